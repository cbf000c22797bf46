package io.wirecase.detection.tunnel;

/**
 * What the echo messages of one flow held.
 *
 * @param seen the flow
 * @param replies replies whose request was seen
 * @param unequal those with other data
 * @param asked what the originator sent
 * @param answered what the responder sent
 */
record EchoTalk(Seen seen, long replies, long unequal, EchoSums asked, EchoSums answered) {}
