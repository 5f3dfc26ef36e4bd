namespace NlOpt.Evaluation;

/// <summary>One aggregate score of a run. docs/reference/evaluation.md defines every id.</summary>
/// <param name="Id">Stable id such as <c>model-accuracy</c> or <c>constraint-recall/ratio</c>.</param>
/// <param name="Numerator">What was counted as right.</param>
/// <param name="Denominator">Out of how many; 0 when there was nothing to score.</param>
/// <param name="Value">The score in [0, 1]; null when there was nothing to score.</param>
/// <param name="StandardError">Standard error of a share of problems; null for scores that are no such share.</param>
public sealed record Score(string Id, double Numerator, double Denominator, double? Value, double? StandardError)
{
    /// <summary>A share of problems.</summary>
    internal static Score OfProblems(string id, int right, int all)
    {
        var share = all == 0 ? (double?)null : (double)right / all;
        return new(id, right, all, share, share is { } value ? Math.Sqrt(value * (1 - value) / all) : null);
    }

    /// <summary>A share of something that problems have several of.</summary>
    internal static Score OfParts(string id, double right, double all) => new(id, right, all, all == 0 ? null : right / all, null);
}
