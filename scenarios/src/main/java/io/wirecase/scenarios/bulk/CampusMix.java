package io.wirecase.scenarios.bulk;

/** What a campus does, by the number of flows. */
final class CampusMix {

    private CampusMix() {}

    static Mix of(Population people) {
        Web web = new Web(people);
        Small small = new Small(people);
        Quic quic = new Quic(people);
        Dialogs dialogs = new Dialogs(people, web);
        return new Mix(44.2)
                .with(36, small::lookup)
                .with(27, (now, chance) -> web.https(now, chance, 4, 2_000))
                .with(6, (now, chance) -> web.http(now, chance, 4, 4_000))
                .with(9, quic::visit)
                .with(0.05, web::download)
                .with(0.05, (now, chance) -> new CallTalk(now, people.neighbours(chance), chance))
                .with(0.9, dialogs::shell)
                .with(1.6, dialogs::mail)
                .with(3, small::time)
                .with(5, small::neighbour)
                .with(2, small::ping)
                .with(5, small::announcement)
                .with(4, small::probe)
                .with(0.3, small::pieces);
    }
}
