using System.Text.Json.Serialization;

namespace NlOpt.Evaluation;

/// <summary>One error of one problem.</summary>
/// <param name="Kind">What kind it is.</param>
/// <param name="RowType">The type of the row concerned, the gold one where there is one; null for errors of no row.</param>
/// <param name="ReadAs">The type it was read as; only for <see cref="ErrorKind.RowType"/>, else null.</param>
public sealed record ErrorFinding(ErrorKind Kind, string? RowType = null, string? ReadAs = null)
{
    /// <summary>The kind in a few words, for tables, for example <c>missing: ratio</c>.</summary>
    [JsonIgnore]
    public string Label => (Kind switch
    {
        ErrorKind.Failed => "failed",
        ErrorKind.Declined => "declined",
        ErrorKind.VariableCount => "number of variables",
        ErrorKind.VariableNames => "names of variables",
        ErrorKind.ObjectiveSense => "objective sense",
        ErrorKind.ObjectiveCount => "objective: count",
        ErrorKind.ObjectiveCoefficients => "objective: coefficients",
        ErrorKind.Operator => "operator",
        ErrorKind.LimitValue => "limit",
        ErrorKind.ComparisonOrder => "order of comparison",
        ErrorKind.Coefficients => "coefficients",
        ErrorKind.RowType => "type of row",
        ErrorKind.Missing => "missing",
        ErrorKind.Spurious => "spurious",
        _ => Kind.ToString(),
    }) + (RowType is null ? "" : $": {RowType}") + (ReadAs is null ? "" : $" as {ReadAs}");
}
