package io.wirecase.report.render.svg;

import java.util.stream.DoubleStream;

/** How long a value is drawn, as a share of the greatest one. */
final class Scale {

    private final double greatest;

    private Scale(double greatest) {
        this.greatest = greatest;
    }

    /** A scale up to the greatest of these; what is no finite positive number counts as none. */
    static Scale of(DoubleStream values) {
        return new Scale(values.filter(Double::isFinite).max().orElse(0));
    }

    /** 0 to 1; infinity is 1, and what is no number or below zero is 0. */
    double share(double value) {
        if (!(value > 0)) {
            return 0;
        }
        return greatest > 0 ? Math.min(1, value / greatest) : Double.isInfinite(value) ? 1 : 0;
    }
}
