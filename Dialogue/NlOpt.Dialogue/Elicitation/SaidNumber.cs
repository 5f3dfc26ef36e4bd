using System.Collections.Immutable;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>A number with the stems of the words behind it that say what it measures.</summary>
/// <param name="Value">The number.</param>
/// <param name="IsMoney">Whether it is money.</param>
/// <param name="IsShare">Whether it is a share or a multiple.</param>
/// <param name="Measure">The stems; empty where nothing follows.</param>
internal sealed record SaidNumber(double Value, bool IsMoney, bool IsShare, ImmutableArray<string> Measure)
{
    /// <summary>Whether both say the same: one number, and one measure, or no other one.</summary>
    public bool IsSame(SaidNumber other) => Value == other.Value && IsMoney == other.IsMoney && IsShare == other.IsShare
        && (Measure.IsEmpty || other.Measure.IsEmpty || Measure.All(other.Measure.Contains) || other.Measure.All(Measure.Contains));
}
