package io.wirecase.capture.live;

import io.wirecase.capture.flow.FlowSettings;
import io.wirecase.capture.run.FlowOutlet;
import io.wirecase.capture.run.PublishedStates;
import io.wirecase.capture.run.Tallies;
import io.wirecase.capture.store.PacketArchive;
import java.time.InstantSource;

/**
 * What live sensors work with.
 *
 * @param flows when flows end
 * @param outlet where flows go
 * @param published what readers know
 * @param archive keeps the packets
 * @param tallies counts what they read
 * @param clock the wall's
 */
public record LiveSurroundings(
        FlowSettings flows,
        FlowOutlet outlet,
        PublishedStates published,
        PacketArchive archive,
        Tallies tallies,
        InstantSource clock) {}
