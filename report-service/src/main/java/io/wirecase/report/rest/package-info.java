/**
 * The front door's REST API: asks, looks up, negotiates, answers; and streams {@code /api/v1/captures} through to
 * the capture service. Nothing imports it.
 */
@NullMarked
package io.wirecase.report.rest;

import org.jspecify.annotations.NullMarked;
