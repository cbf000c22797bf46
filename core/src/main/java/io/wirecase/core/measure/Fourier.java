package io.wirecase.core.measure;

/** The discrete Fourier transform of a power of two of values, in place (Cooley, Tukey 1965). */
final class Fourier {

    private final double[] cos;
    private final double[] sin;
    private final int size;

    /** @param size a power of two */
    Fourier(int size) {
        this.size = size;
        cos = new double[size / 2];
        sin = new double[size / 2];
        for (int i = 0; i < cos.length; i++) {
            cos[i] = Math.cos(2 * Math.PI * i / size);
            sin[i] = Math.sin(2 * Math.PI * i / size);
        }
    }

    int size() {
        return size;
    }

    /** Transforms values of which {@code re} is the real part. */
    void transform(double[] re, double[] im) {
        reorder(re, im);
        for (int half = 1; half < size; half *= 2) {
            int step = size / (2 * half);
            for (int from = 0; from < size; from += 2 * half) {
                for (int i = 0; i < half; i++) {
                    turn(re, im, from + i, half, i * step);
                }
            }
        }
    }

    private void turn(double[] re, double[] im, int at, int half, int angle) {
        double r = re[at + half] * cos[angle] + im[at + half] * sin[angle];
        double i = im[at + half] * cos[angle] - re[at + half] * sin[angle];
        re[at + half] = re[at] - r;
        im[at + half] = im[at] - i;
        re[at] += r;
        im[at] += i;
    }

    private void reorder(double[] re, double[] im) {
        int shift = Integer.SIZE - Integer.numberOfTrailingZeros(size);
        for (int i = 0; i < size; i++) {
            int other = Integer.reverse(i) >>> shift;
            if (other > i) {
                double r = re[i];
                re[i] = re[other];
                re[other] = r;
                double m = im[i];
                im[i] = im[other];
                im[other] = m;
            }
        }
    }
}
