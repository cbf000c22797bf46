/** Single sessions with something wrong in them, which one flow is enough to see. Imports exam alone. */
@NullMarked
package io.wirecase.scenarios.exam.session;

import org.jspecify.annotations.NullMarked;
