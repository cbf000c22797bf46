/** What people do, in amounts that look like attacks. Imports exam alone. */
@NullMarked
package io.wirecase.scenarios.exam.browse;

import org.jspecify.annotations.NullMarked;
