package io.wirecase.house;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Reads sources with the JDK's own parser and lists what breaks a house number. */
final class Sources {

    private static final int MAX_METHOD_LINES = 40;
    private static final int MAX_PARAMETERS = 6;
    private static final int MAX_COMPONENTS = 13;

    private Sources() {}

    static List<String> violations(List<Path> files) throws IOException {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        List<String> found = new ArrayList<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    d -> {},
                    List.of("--release", "25"),
                    null,
                    manager.getJavaFileObjectsFromPaths(files));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                new Scanner(unit, positions, found).scan(unit, null);
            }
        }
        return found;
    }

    private static final class Scanner extends TreeScanner<Void, Void> {

        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final List<String> found;
        private boolean inRecord;

        Scanner(CompilationUnitTree unit, SourcePositions positions, List<String> found) {
            this.unit = unit;
            this.positions = positions;
            this.found = found;
        }

        @Override
        public Void visitClass(ClassTree type, Void nothing) {
            boolean outer = inRecord;
            inRecord = type.getKind() == Tree.Kind.RECORD;
            if (type.getKind() == Tree.Kind.RECORD) {
                long components = type.getMembers().stream()
                        .filter(m -> m.getKind() == Tree.Kind.VARIABLE)
                        .filter(m -> !((com.sun.source.tree.VariableTree) m)
                                .getModifiers()
                                .getFlags()
                                .contains(javax.lang.model.element.Modifier.STATIC))
                        .count();
                report(type, components > MAX_COMPONENTS, "a record of " + components + " components");
            }
            super.visitClass(type, nothing);
            inRecord = outer;
            return nothing;
        }

        @Override
        public Void visitMethod(MethodTree method, Void nothing) {
            boolean constructor = method.getName().contentEquals("<init>");
            report(
                    method,
                    constructor && !inRecord && method.getParameters().size() > MAX_PARAMETERS,
                    "a constructor of " + method.getParameters().size() + " parameters");
            if (method.getBody() != null) {
                LineMap lines = unit.getLineMap();
                long length = lines.getLineNumber(positions.getEndPosition(unit, method.getBody()))
                        - lines.getLineNumber(positions.getStartPosition(unit, method.getBody()))
                        + 1;
                report(method, length > MAX_METHOD_LINES, method.getName() + " of " + length + " lines");
            }
            return super.visitMethod(method, nothing);
        }

        @Override
        public Void visitCatch(CatchTree handler, Void nothing) {
            boolean silent = handler.getBlock().getStatements().isEmpty()
                    && !comment(positions.getStartPosition(unit, handler), positions.getEndPosition(unit, handler));
            report(handler, silent, "an empty catch without a reason");
            return super.visitCatch(handler, nothing);
        }

        private boolean comment(long from, long to) {
            try {
                return unit.getSourceFile()
                        .getCharContent(true)
                        .subSequence((int) from, (int) to)
                        .toString()
                        .contains("//");
            } catch (IOException unreadable) {
                throw new java.io.UncheckedIOException(unreadable);
            }
        }

        private void report(Tree where, boolean broken, String what) {
            if (broken) {
                long line = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, where));
                found.add(Checkout.name(Path.of(unit.getSourceFile().toUri())) + ":" + line + " " + what);
            }
        }
    }
}
