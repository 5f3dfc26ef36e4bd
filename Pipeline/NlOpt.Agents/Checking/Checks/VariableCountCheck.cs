using System.Globalization;

namespace NlOpt.Agents.Checking.Checks;

/// <summary>Whether there are as many variables as the reader finds by itself.</summary>
internal sealed class VariableCountCheck : ICrossCheck
{
    private const double LeastSuspicion = 0.05;

    /// <inheritdoc/>
    public string Name => "variable-count";

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Find(CheckedFormulation subject)
    {
        var total = subject.Free.Sum(reading => reading.Share);
        if (total <= 0) yield break;
        var count = subject.Formulation.Variables.Length;
        var suspicion = subject.Free.Where(reading => reading.Formulation.Variables.Length != count).Sum(reading => reading.Share) / total;
        if (suspicion < LeastSuspicion) yield break;
        var likeliest = subject.Free.First(reading => reading.Formulation.Variables.Length != count).Formulation.Variables;
        yield return new CheckFinding(
            Name,
            $"there are {count.ToString(CultureInfo.InvariantCulture)} things to decide on, where the text seems to name {likeliest.Length.ToString(CultureInfo.InvariantCulture)}: "
            + string.Join(", ", likeliest.Select(variable => variable.Name)),
            suspicion);
    }
}
