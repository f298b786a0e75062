package org.zaudit.analysis;

import org.zaudit.rules.World;
import org.zaudit.source.ChunkText;
import org.zaudit.source.Condition;

/** One function to analyse: its text, where it lies, in which world. */
public record Unit(ChunkText text, Condition surroundings, World world) {}
