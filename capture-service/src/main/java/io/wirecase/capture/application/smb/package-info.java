/**
 * SMB 1, 2 and 3 ([MS-SMB], [MS-SMB2]) over TCP or NetBIOS sessions: dialect, signing, shares and how the client logs
 * in. Only {@code capture.application} imports it; it imports {@code dialog}, {@code naming}, {@code stream} and
 * {@code core.flow}.
 */
@NullMarked
package io.wirecase.capture.application.smb;

import org.jspecify.annotations.NullMarked;
