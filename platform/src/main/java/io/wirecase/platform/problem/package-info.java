/** Errors as RFC 9457 problem details, the same in every service. The rest rooms of the services import it. */
@NullMarked
package io.wirecase.platform.problem;

import org.jspecify.annotations.NullMarked;
