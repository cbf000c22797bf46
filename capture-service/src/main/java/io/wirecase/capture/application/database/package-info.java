/**
 * Databases as they are talked to over TCP: versions, kinds of requests, logins. Only {@code capture.application}
 * imports it; it imports {@code dialog}, {@code naming}, {@code stream} and {@code core.flow}.
 */
@NullMarked
package io.wirecase.capture.application.database;

import org.jspecify.annotations.NullMarked;
