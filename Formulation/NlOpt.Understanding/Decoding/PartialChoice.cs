using NlOpt.Understanding.Decisions;

namespace NlOpt.Understanding.Decoding;

/// <summary>What the first limits of a reading limit. Choices that begin alike share their beginning.</summary>
/// <param name="Before">The choice for the limits before the last; null where no limit is chosen yet.</param>
/// <param name="Target">What the last limit limits.</param>
/// <param name="LogProbability">Sum of the log probabilities.</param>
/// <param name="Score">That, less the penalties so far.</param>
internal sealed record PartialChoice(PartialChoice? Before, LimitTarget Target, double LogProbability, double Score)
{
    /// <summary>Where a search begins, with the log probability of its objective.</summary>
    public static PartialChoice Start(double log) => new(null, default, log, log);

    /// <summary>True when an earlier limit has a target already.</summary>
    public bool Holds(LimitTarget target)
    {
        for (var step = this; step.Before is not null; step = step.Before)
            if (step.Target == target) return true;
        return false;
    }

    /// <summary>True when some limit limits a column.</summary>
    public bool Limits(int column)
    {
        for (var step = this; step.Before is not null; step = step.Before)
            if (step.Target.Limits(column)) return true;
        return false;
    }

    /// <summary>The targets in the order of the limits.</summary>
    public LimitTarget[] Targets()
    {
        var count = 0;
        for (var step = this; step.Before is not null; step = step.Before) count++;
        var targets = new LimitTarget[count];
        for (var step = this; step.Before is not null; step = step.Before) targets[--count] = step.Target;
        return targets;
    }
}
