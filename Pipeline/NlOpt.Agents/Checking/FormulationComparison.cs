using NlOpt.Formulation;

namespace NlOpt.Agents.Checking;

/// <summary>Compares formulations over the same variables by what they mean.</summary>
public static class FormulationComparison
{
    /// <summary>
    /// True when both have equal variables by position, objectives that mean the same, and the same rows up to scaling and order. False too where one
    /// cannot be lowered.
    /// </summary>
    public static bool AreEqual(ProblemFormulation one, ProblemFormulation other)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(other);
        return one.Variables.Length == other.Variables.Length
            && Lowering.Lower(one).TryGetValue(out var left) && Lowering.Lower(other).TryGetValue(out var right)
            && ObjectiveKey.Of(left) == ObjectiveKey.Of(right)
            && RowSide.Of(left).Select(side => side.Key).ToHashSet().SetEquals(RowSide.Of(right).Select(side => side.Key));
    }
}
