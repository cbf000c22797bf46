/**
 * Protocols that people log in to by lines of text: mail, files, terminals and chat. They tell what software the ends
 * use and whether names and passwords crossed in clear, never the names and passwords. Only
 * {@code capture.application} imports it; it imports {@code dialog}, {@code naming}, {@code stream} and
 * {@code core.flow}.
 */
@NullMarked
package io.wirecase.capture.application.login;

import org.jspecify.annotations.NullMarked;
