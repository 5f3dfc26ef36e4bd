namespace NlOpt.Dialogue.Metrics;

/// <summary>
/// Counts the slots that a summary in words fills, without reading it as a whole: a number is recalled where it stands beside the name of its
/// variable, a limit where its number stands in a claim, an operator where the words around that number say it, the sense where a claim says
/// small or large. Each number of the summary stands for one limit at most, or for several of one shape. It is deterministic, and judges no style.
/// </summary>
/// <remarks>
/// Precision looks at the items of a list, or at all sentences that ask nothing where there is no list. Each number there, each direction of a
/// limit, and each claim without a number is one thing said. A number is supported where the gold problem has it, for a variable named beside it
/// where it belongs to one, or the statement alone; a claim without numbers where it names all variables, says the sense or a comparison, or
/// takes at least half of its words from the statement.
/// </remarks>
public static class SpokenSlots
{
    /// <summary>Counts.</summary>
    /// <param name="gold">The gold slots.</param>
    /// <param name="statement">The words of the gold problem.</param>
    /// <param name="summary">The summary; untrusted.</param>
    public static SlotCounts Count(SlotSheet gold, string statement, string summary)
    {
        ArgumentNullException.ThrowIfNull(gold);
        ArgumentNullException.ThrowIfNull(statement);
        ArgumentNullException.ThrowIfNull(summary);
        var claims = Claim.Of(summary, gold.Variables);
        var recall = new SpokenRecall(gold, claims);
        var found = recall.Found;
        return SpokenPrecision.Count(gold, statement, claims, recall) with { Gold = SlotsOf(gold), Found = found };
    }

    /// <summary>All slots but the kinds of variables, which summaries hardly ever say.</summary>
    private static int SlotsOf(SlotSheet gold) => gold.Count - gold.Variables.Count(variable => variable.Divisibility is not null);
}
