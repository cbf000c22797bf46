package io.wirecase.report.render;

import io.wirecase.core.net.UntrustedText;
import io.wirecase.report.document.Block;
import io.wirecase.report.document.Chart;
import io.wirecase.report.document.Cover;
import io.wirecase.report.document.Document;
import io.wirecase.report.document.Prose;
import io.wirecase.report.document.Section;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Documents that hold every kind of block, with words of ours or with hostile ones in every place. */
public final class SampleDocument {

    /** What somebody may write into a packet to break out of a page, a table, a link, a terminal or a line. */
    public static final String HOSTILE = "\u202e\u0000\u001b[31m</style><script>alert(1)</script>"
            + "<img src=http://192.0.2.1/x onerror=alert(1)>\" onmouseover='x' `]]>&amp;|[a](http://192.0.2.1)![b](x)"
            + "\n# h\n- l\n```\n<!--";

    private SampleDocument() {}

    /** A document that holds nothing. */
    public static Document empty() {
        return new Document(cover("Traffic case"), List.of());
    }

    /** Ordinary words, numbers of usual sizes, a ledger too long for paper. */
    public static Document whole() {
        return new Document(
                cover("Traffic case"),
                List.of(
                        new Section("one", "Blocks", blocks(Prose.words("An ordinary sentence."))),
                        new Section("charts", "Charts", charts()),
                        new Section("ledger", "Appendix", List.of(ledger(300)), true)));
    }

    /** The same hostile text everywhere: as text from packets, and where only words of ours should stand. */
    public static Document hostile() {
        Prose hostile = new Prose(List.of(new Prose.FromPackets(new UntrustedText(HOSTILE))), List.of("c1"));
        Prose ours = Prose.words(HOSTILE);
        List<Block> blocks = new ArrayList<>(blocks(hostile));
        blocks.addAll(blocks(ours));
        blocks.addAll(charts(hostile));
        return new Document(cover(HOSTILE), List.of(new Section("\"><script>", HOSTILE, blocks, true)));
    }

    /** What a renderer is given. */
    public static Rendering rendering(Document document) {
        return new Rendering(document, "{\"id\": \"report-1\"}\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Every kind of block with the same text in every place. */
    public static List<Block> blocks(Prose prose) {
        return List.of(
                new Block.Paragraph(List.of(prose, prose)),
                new Block.Items(true, List.of(prose)),
                new Block.Items(false, List.of(prose)),
                new Block.Table(prose, List.of(prose.text()), List.of(true), List.of(List.of(prose)), prose),
                new Block.Verdict(prose, "malicious", prose, prose, List.of(prose)),
                new Block.Verdict(prose, HOSTILE, prose, prose, List.of()),
                new Block.Group(
                        "group\"><script>",
                        prose,
                        List.of(
                                new Block.Group("one", prose, List.of(new Block.Items(false, List.of(prose)))),
                                new Block.Group("two", prose, List.of(new Block.Paragraph(List.of(prose)))))));
    }

    /** Every kind of chart with the same text in every place. */
    public static List<Block> charts(Prose prose) {
        return List.of(
                new Chart.Gauge(prose, 62, prose, List.of(new Chart.Band(prose, 0, 100)), prose),
                new Chart.Bars(prose, prose, List.of(new Chart.Bar(prose, prose, 3)), prose, prose),
                new Chart.Timeline(prose, List.of(new Chart.Event(prose, prose, 0)), prose, prose),
                new Chart.Histogram(
                        prose, prose, List.of(new Chart.Bin(prose, 0, 1, prose, 2)), new Chart.Mark(prose, 0.5), prose),
                new Chart.Pairs(
                        prose, prose, prose, prose, List.of(new Chart.Pair(prose, prose, 1, prose, 2)), prose, prose));
    }

    /** Charts of usual and of odd shapes. */
    private static List<Block> charts() {
        List<Block> all = new ArrayList<>();
        all.add(gauge());
        all.add(new Chart.Bars(
                words("Alerts by finding"),
                words("alerts"),
                List.of(
                        bar("http_suspicious_user_agent", 114),
                        bar("http_obsolete_server", 57),
                        bar("a label that is far too long for the column that labels stand in", 3),
                        bar("unidirectional_traffic", 0)),
                words("Most alerts carry a missing User-Agent."),
                words("Shown 4 of 9 findings.")));
        all.add(timeline("Few events", 6));
        all.add(timeline("Many events", 60));
        all.add(new Chart.Histogram(
                words("Time between exchanges"),
                words("seconds between starts"),
                bins(12),
                new Chart.Mark(words("fitted period 300.02 s"), 306),
                words("Nearly all intervals are 300 s; seven are multiples.")));
        all.add(new Chart.Pairs(
                words("Bytes each way"),
                words("bytes on the wire"),
                words("Client to server"),
                words("Server to client"),
                List.of(
                        pair("185.125.190.17", 16_302, 18_430),
                        pair("185.125.190.48", 355, 3_000_120),
                        pair("203.0.113.77", 0, 12)),
                words("Most bytes go from server to client."),
                null));
        return all;
    }

    private static Chart gauge() {
        return new Chart.Gauge(
                words("Threat"),
                62,
                words("62 of 100"),
                List.of(
                        new Chart.Band(words("benign"), 0, 20),
                        new Chart.Band(words("suspicious"), 20, 85),
                        new Chart.Band(words("malicious"), 85, 100)),
                words("The score is 62 of 100, in the band suspicious."));
    }

    private static Chart.Bar bar(String label, int value) {
        return new Chart.Bar(words(label), words(String.valueOf(value)), value);
    }

    private static Chart.Pair pair(String label, int first, int second) {
        return new Chart.Pair(words(label), words(first + " bytes"), first, words(second + " bytes"), second);
    }

    private static Chart timeline(String title, int events) {
        List<Chart.Event> all = new ArrayList<>();
        for (int i = 0; i < events; i++) {
            all.add(new Chart.Event(
                    words("packet " + (i * 12 + 1) + ", http_obsolete_server at 185.125.190.17:80"),
                    words("2026-03-02T08:%02d:00.000000Z".formatted(i)),
                    i * 60.0 + i % 3 * 20));
        }
        return new Chart.Timeline(words(title), all, words("Events follow each other evenly."), null);
    }

    private static List<Chart.Bin> bins(int count) {
        List<Chart.Bin> bins = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int n = i == 1 ? 105 : i % 4 == 0 ? 7 - i / 2 : 0;
            bins.add(new Chart.Bin(
                    words(i * 200 + "–" + (i + 1) * 200), i * 200, (i + 1) * 200, words(String.valueOf(n)), n));
        }
        return bins;
    }

    private static Block ledger(int rows) {
        List<List<Prose>> all = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            Prose value = new Prose(List.of(new Prose.Ours("355 bytes")), List.of("c" + i));
            all.add(List.of(words("c" + i), value, words("sum of frame bytes of the flow's packets")));
        }
        return new Block.Table(
                words("Claims"), List.of("Claim", "Value", "Formula"), List.of(false, true, false), all, null);
    }

    private static Cover cover(String title) {
        return new Cover(
                "report-1",
                title,
                "wirecase-report_day_20260302T180000Z",
                "2026-03-02T18:00:00Z",
                "Wirecase",
                "0.1.0",
                List.of(
                        new Prose(
                                List.of(new Prose.Ours("Capture “"), new Prose.FromPackets(new UntrustedText(title))),
                                List.of()),
                        words("Packets from 2026-03-02T08:00:00Z to 2026-03-02T18:00:00Z.")),
                words("No language model was used."),
                List.of(new Cover.Notice("Owners of addresses: data by DB-IP", URI.create("https://db-ip.com"))));
    }

    private static Prose words(String text) {
        return Prose.words(text);
    }
}
