using System.Globalization;
using NlOpt.Solving;
using Spectre.Console;

namespace NlOpt.Cli.Screens;

/// <summary>The outcome of a solve in one sentence; statuses are never blurred.</summary>
internal static class OutcomeWords
{
    /// <summary>The sentence for a problem that was read from words, where something may still be open.</summary>
    public static string Of(SolveResult result, bool isOpen) => isOpen && result.Termination == TerminationReason.Optimal
        ? "Optimal for what was understood. Part of the text was not: the questions below come first."
        : Of(result);

    /// <summary>The outcome of a model.</summary>
    public static string Of(SolveResult result) => result.Termination switch
    {
        TerminationReason.Optimal => "Optimal: no plan is better.",
        TerminationReason.Infeasible => "Infeasible: no plan meets all the rules.",
        TerminationReason.Unbounded => "Unbounded: the objective can be improved without end.",
        TerminationReason.InfeasibleOrUnbounded => "Infeasible or unbounded: it could not be told which within the limits.",
        TerminationReason.LimitReached when result.Limit == SolveLimit.Time => Stopped("The time limit was reached", result),
        TerminationReason.LimitReached => Stopped("The engine reached a limit of its own", result),
        TerminationReason.Cancelled => Stopped("Cancelled", result),
        TerminationReason.Imprecise => $"Imprecise: {result.Detail ?? "the engine claimed more than could be checked"}.",
        TerminationReason.Failed => $"The engine failed: {result.Detail ?? "it gave no reason"}.",
        _ => throw new ArgumentException($"Unknown termination {result.Termination}.", nameof(result)),
    };

    public static Style StyleOf(SolveResult result, bool isOpen = false) => result.Termination switch
    {
        TerminationReason.Optimal => isOpen ? Screen.Warning : Screen.Good,
        TerminationReason.LimitReached or TerminationReason.Cancelled => Screen.Warning,
        _ => Screen.Bad,
    };

    /// <summary>The exit code that goes with an outcome.</summary>
    /// <param name="termination">How the solve ended.</param>
    /// <param name="hasPlan">Whether there is a plan.</param>
    /// <param name="isOpen">Whether something was not understood at all, so that the plan answers another problem.</param>
    public static int ExitCodeOf(TerminationReason termination, bool hasPlan, bool isOpen = false) => termination switch
    {
        TerminationReason.Optimal => isOpen ? ExitCode.AnswerIsNo : ExitCode.Done,
        TerminationReason.LimitReached when hasPlan => isOpen ? ExitCode.AnswerIsNo : ExitCode.Done,
        TerminationReason.Infeasible or TerminationReason.Unbounded or TerminationReason.InfeasibleOrUnbounded or TerminationReason.LimitReached =>
            ExitCode.AnswerIsNo,
        TerminationReason.Cancelled => ExitCode.Cancelled,
        _ => ExitCode.Failed,
    };

    private static string Stopped(string why, SolveResult result) => (result.Primal, result.RelativeGap) switch
    {
        (null, _) => $"{why} before any plan was found.",
        (_, null) => $"{why}; the plan below is the best so far, perhaps not the best of all.",
        (_, { } gap) => string.Create(CultureInfo.InvariantCulture, $"{why}; the plan below is at most {gap:P1} from the best."),
    };
}
