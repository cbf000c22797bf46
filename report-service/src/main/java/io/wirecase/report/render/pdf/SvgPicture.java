package io.wirecase.report.render.pdf;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer.SVGImage;
import com.openhtmltopdf.pdfboxout.PdfBoxOutputDevice;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** One SVG, drawn shape by shape at the size that the page gives it. */
final class SvgPicture implements SVGImage {

    private static final float MITER = 10;
    private static final int HEX = 16;

    private final Element svg;
    private final double width;
    private final double height;
    private final double scale;

    /** @param cssWidth in dots, below zero when the page gives none */
    SvgPicture(Element svg, double cssWidth, double dotsPerPixel) {
        this.svg = svg;
        String[] box = svg.getAttribute("viewBox").split(" ");
        double own = Double.parseDouble(box[2]);
        this.width = cssWidth > 0 ? cssWidth : own * dotsPerPixel;
        this.scale = own > 0 ? width / own : dotsPerPixel;
        this.height = Double.parseDouble(box[3]) * scale;
    }

    @Override
    public int getIntrinsicWidth() {
        return (int) Math.ceil(width);
    }

    @Override
    public int getIntrinsicHeight() {
        return (int) Math.ceil(height);
    }

    @Override
    public void drawSVG(OutputDevice out, RenderingContext context, double x, double y) {
        PdfBoxOutputDevice pdf = (PdfBoxOutputDevice) out;
        pdf.translate(x, y);
        for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                draw(pdf, context, element);
            }
        }
        pdf.translate(-x, -y);
    }

    private void draw(PdfBoxOutputDevice pdf, RenderingContext context, Element element) {
        switch (element.getTagName()) {
            case "rect" -> shape(pdf, element, rect(element));
            case "circle" -> shape(pdf, element, circle(element));
            case "path" -> shape(pdf, element, path(element.getAttribute("d")));
            case "line" ->
                shape(
                        pdf,
                        element,
                        new Line2D.Double(at(element, "x1"), at(element, "y1"), at(element, "x2"), at(element, "y2")));
            case "text" -> text(pdf, context, element);
            default -> {
                // Title and description are not drawn.
            }
        }
    }

    private Shape rect(Element element) {
        return new Rectangle2D.Double(at(element, "x"), at(element, "y"), at(element, "width"), at(element, "height"));
    }

    private Shape circle(Element element) {
        double radius = at(element, "r");
        return new Ellipse2D.Double(at(element, "cx") - radius, at(element, "cy") - radius, 2 * radius, 2 * radius);
    }

    /** Straight lines only: {@code M x y L x y ... Z}. */
    private Path2D path(String data) {
        Path2D path = new Path2D.Double();
        for (String step : data.split("(?=[MLZ])")) {
            String[] numbers = step.substring(1).trim().split(" ");
            switch (step.charAt(0)) {
                case 'M' -> path.moveTo(scaled(numbers[0]), scaled(numbers[1]));
                case 'L' -> path.lineTo(scaled(numbers[0]), scaled(numbers[1]));
                default -> path.closePath();
            }
        }
        return path;
    }

    private void shape(PdfBoxOutputDevice pdf, Element element, Shape shape) {
        String fill = element.getAttribute("fill");
        if (!fill.isEmpty()) {
            pdf.setColor(colour(fill));
            pdf.fill(shape);
        }
        String stroke = element.getAttribute("stroke");
        if (!stroke.isEmpty()) {
            pdf.setColor(colour(stroke));
            pdf.setStroke(stroke(element));
            pdf.draw(shape);
        }
    }

    private BasicStroke stroke(Element element) {
        String dashes = element.getAttribute("stroke-dasharray");
        float wide = (float) at(element, "stroke-width");
        if (dashes.isEmpty() || dashes.equals("none")) {
            return new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, MITER);
        }
        String[] lengths = dashes.split(" ");
        float[] dash = new float[lengths.length];
        for (int i = 0; i < dash.length; i++) {
            dash[i] = (float) scaled(lengths[i]);
        }
        return new BasicStroke(wide, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, MITER, dash, 0);
    }

    private void text(PdfBoxOutputDevice pdf, RenderingContext context, Element element) {
        String text = element.getTextContent();
        FontSpecification wanted = new FontSpecification();
        wanted.families = new String[] {PaperFonts.SANS};
        wanted.size = (float) at(svg, "font-size");
        boolean bold = element.getAttribute("font-weight").equals("bold");
        wanted.fontWeight = bold ? IdentValue.BOLD : IdentValue.NORMAL;
        wanted.fontStyle = IdentValue.NORMAL;
        wanted.variant = IdentValue.NORMAL;
        FSFont font = context.getFont(wanted);
        double wide = context.getTextRenderer().getWidth(context.getFontContext(), font, text);
        double share = switch (element.getAttribute("text-anchor")) {
            case "middle" -> 0.5;
            case "end" -> 1;
            default -> 0;
        };
        pdf.setFont(font);
        pdf.setColor(colour(element.getAttribute("fill")));
        pdf.drawString(text, (float) (at(element, "x") - share * wide), (float) at(element, "y"), null);
    }

    private static FSRGBColor colour(String hex) {
        return new FSRGBColor(Integer.parseInt(hex.substring(1), HEX));
    }

    private double at(Element element, String attribute) {
        return number(element, attribute) * scale;
    }

    private double scaled(String number) {
        return Double.parseDouble(number) * scale;
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
