using System.Collections.Immutable;
using NlOpt.Agents.Checking;

namespace NlOpt.Evaluation;

/// <summary>How well the cross-check tells right formulations from wrong ones.</summary>
/// <param name="Trials">Every formulation that was put to it.</param>
public sealed record CrossCheckScores(ImmutableArray<CrossCheckTrial> Trials)
{
    /// <summary>The untouched formulations.</summary>
    public IEnumerable<CrossCheckTrial> Untouched => Trials.Where(trial => trial.Error is null);

    /// <summary>The formulations with an error.</summary>
    public IEnumerable<CrossCheckTrial> Faulty => Trials.Where(trial => trial.Error is not null);

    /// <summary>Share of the faulty ones that are flagged, in [0, 1]; null where there are none.</summary>
    /// <param name="error">Only those with this error; null for all.</param>
    public double? DetectionOf(InjectedError? error = null) => Share(Faulty.Where(trial => error is null || trial.Error == error));

    /// <summary>Share of the untouched ones that are flagged, in [0, 1]; null where there are none.</summary>
    public double? FalseAlarms => Share(Untouched);

    /// <summary>How many formulations with an error, or untouched, some check held for gravely wrong.</summary>
    /// <param name="check">Name of the check.</param>
    /// <param name="error">The error; null for untouched ones.</param>
    public int CaughtBy(string check, InjectedError? error) =>
        Trials.Count(trial => trial.Error == error && trial.Findings.Any(finding => finding.IsGrave && finding.Check == check));

    /// <summary>
    /// Share of the flagged formulations with an error whose text the reader itself reads rightly, in [0, 1]; null where there are none.
    /// </summary>
    /// <param name="error">Only those with this error; null for all.</param>
    public double? ReaderRightOf(InjectedError? error = null)
    {
        var flagged = Faulty.Where(trial => trial.IsFlagged && (error is null || trial.Error == error)).ToList();
        return flagged.Count == 0 ? null : (double)flagged.Count(trial => trial.IsReaderRight) / flagged.Count;
    }

    /// <summary>Mean squared difference between the confidence and what is right, over all trials: 0 is best, 0.25 knows nothing.</summary>
    public double Brier => Trials.IsEmpty ? 0 : Trials.Average(trial => Math.Pow(trial.Confidence - (trial.Error is null ? 1 : 0), 2));

    /// <summary>Names of the checks that held something for gravely wrong, in their order.</summary>
    public ImmutableArray<string> Checks =>
        [.. CrossChecker.Names.Where(name => Trials.Any(trial => trial.Findings.Any(finding => finding.IsGrave && finding.Check == name)))];

    private static double? Share(IEnumerable<CrossCheckTrial> trials)
    {
        var (count, flagged) = (0, 0);
        foreach (var trial in trials)
        {
            count++;
            if (trial.IsFlagged) flagged++;
        }

        return count == 0 ? null : (double)flagged / count;
    }
}
