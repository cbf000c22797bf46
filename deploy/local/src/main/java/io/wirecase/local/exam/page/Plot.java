package io.wirecase.local.exam.page;

import io.wirecase.local.exam.mark.Curves;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A curve as SVG: shares from 0 to 1 over a parameter. */
final class Plot {

    private static final int WIDTH = 560;
    private static final int HEIGHT = 260;
    private static final int LEFT = 46;
    private static final int RIGHT = 16;
    private static final int TOP = 40;
    private static final int BOTTOM = 40;
    private static final int STEPS = 4;

    private final StringBuilder svg = new StringBuilder();
    private final List<Curves.Point> points;

    private Plot(List<Curves.Point> points) {
        this.points = points;
    }

    static String of(Curves.Mark mark) {
        return new Plot(mark.points()).draw(mark);
    }

    private String draw(Curves.Mark mark) {
        svg.append(text(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " role=\"img\" font-family=\"system-ui, sans-serif\" font-size=\"12\"><title>%s</title>%n",
                WIDTH, HEIGHT, WIDTH, HEIGHT, Html.escaped(mark.curve().title())));
        svg.append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n");
        axes(mark.curve().parameter());
        line("alert", "#0b5cad", "", 0, Curves.Point::found);
        if (points.getFirst().periodic() >= 0) {
            line("called periodic", "#2e7d32", "6 3", 1, Curves.Point::periodic);
            line("RITA at equal false alarms", "#b3261e", "2 3", 2, Curves.Point::yardstick);
        }
        return svg.append("</svg>\n").toString();
    }

    private void axes(String parameter) {
        for (int i = 0; i <= STEPS; i++) {
            double share = i / (double) STEPS;
            svg.append(text(
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#d8dee4\"/>%n",
                    LEFT, WIDTH - RIGHT, y(share), y(share)));
            svg.append(text(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>%n",
                    LEFT - 6, y(share) + 4, Contents.number(share)));
        }
        for (int i = 0; i < points.size(); i++) {
            svg.append(text(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    x(i), HEIGHT - BOTTOM + 16, Contents.number(points.get(i).value())));
        }
        svg.append(text(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#57606a\">%s</text>%n",
                WIDTH - RIGHT, HEIGHT - 6, Html.escaped(parameter)));
    }

    private void line(String name, String colour, String dashes, int place, ToDoubleFunction<Curves.Point> share) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < points.size(); i++) {
            path.append(text("%s%.1f %.1f", i == 0 ? "M" : " L", x(i), y(share.applyAsDouble(points.get(i)))));
        }
        svg.append(text(
                "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\"/>%n",
                path, colour, dashes));
        int left = LEFT + place * 150;
        svg.append(text(
                "<line x1=\"%d\" x2=\"%d\" y1=\"16\" y2=\"16\" stroke=\"%s\" stroke-width=\"2\""
                        + " stroke-dasharray=\"%s\"/><text x=\"%d\" y=\"20\">%s</text>%n",
                left, left + 24, colour, dashes, left + 30, Html.escaped(name)));
    }

    /** Steps stand at equal distances: most grow by factors. */
    private double x(int step) {
        double room = WIDTH - LEFT - RIGHT - 20;
        return LEFT + 10 + (points.size() == 1 ? room / 2 : room * step / (points.size() - 1));
    }

    private static double y(double share) {
        return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * share;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
