using NlOpt.Dialogue.Metrics;
using NlOpt.Formulation;

namespace NlOpt.Evaluation;

/// <summary>What was understood of one dialogue at one point.</summary>
internal readonly record struct ReplayState(double Recall, double Precision, bool IsRight, bool IsRead)
{
    /// <summary>Compares a reading with the gold problem; null for none.</summary>
    public static ReplayState Of(ProblemFormulation? read, SlotSheet slots, ReferenceModel gold)
    {
        if (read is null) return default;
        var counts = SlotComparison.Count(slots, SlotSheet.Of(read));
        return new ReplayState(counts.Recall ?? 0, counts.Precision ?? 0, IsSame(read, gold), true);
    }

    private static bool IsSame(ProblemFormulation read, ReferenceModel gold) =>
        Lowering.Lower(read, new LoweringOptions { Kinds = AmountKinds.AsUnderstood }).TryGetValue(out var lowered)
        && new SemanticComparison(gold, lowered, VariableMatching.Of(gold.Problem, read)).ModelRight;
}
