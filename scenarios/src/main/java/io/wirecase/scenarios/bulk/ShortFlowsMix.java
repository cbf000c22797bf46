package io.wirecase.scenarios.bulk;

/** What the edge of a large network sees most of: exchanges that are over at once. */
final class ShortFlowsMix {

    private ShortFlowsMix() {}

    static Mix of(Population people) {
        Web web = new Web(people);
        Small small = new Small(people);
        return new Mix(535)
                .with(45, small::lookup)
                .with(28, small::probe)
                .with(10, (now, chance) -> web.http(now, chance, 1, 200))
                .with(5, web::greeting)
                .with(8, small::time)
                .with(2, small::ping)
                .with(3, small::announcement);
    }
}
