using NlOpt.Pipeline;
using NlOpt.Pipeline.Diagnosis;
using NlOpt.Solving;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>The plan in the user's words, and what limits it; or why there is none.</summary>
internal static class PlanScreen
{
    /// <summary>Shows the outcome for a problem that was read from words.</summary>
    /// <param name="screen">Where to.</param>
    /// <param name="solution">The outcome.</param>
    /// <param name="conflicts">Rules that contradict each other; null when there are none or they are not known.</param>
    /// <param name="prices">How to learn what limits are worth where they have no price.</param>
    public static void Show(Screen screen, Solution solution, ConflictReport? conflicts, string prices = "--continuous shows prices")
    {
        screen.Gap();
        screen.Heading("The plan");
        var isOpen = QuestionScreen.IsOpen(solution.Questions);
        screen.Paragraph(OutcomeWords.Of(solution.Result, isOpen), OutcomeWords.StyleOf(solution.Result, isOpen));
        screen.Paragraph(solution.Summary, Screen.Strong);
        if (Caution(solution) is { } caution) screen.Paragraph(caution, Screen.Warning);
        if (conflicts is not null) ConflictScreen.Show(screen, solution.Formulation, conflicts);
        if (solution.Advice is { } advice) screen.Paragraph(advice);
        if (solution.Statements.IsEmpty) return;
        screen.Gap();
        screen.Heading("What limits it");
        screen.Columns(solution.Statements.Select(LimitRow));
        if (solution.Result is { Dual: null, Termination: TerminationReason.Optimal } && !solution.Lowered.Model.IsLinearProgram)
            screen.Paragraph($"Whole numbers move in steps, so no limit has a price a unit here; {prices}.", Screen.Faint);
    }

    /// <summary>A plan is the best of the problem as read, which is not the problem as meant while questions are open.</summary>
    private static string? Caution(Solution solution) => (solution.Plan.IsEmpty, solution.Questions.Length) switch
    {
        (true, _) or (_, 0) => null,
        _ when QuestionScreen.IsCheck(solution.Questions) => null,
        (_, 1) => "This is the plan of the problem as read; the question below may change it.",
        _ => "This is the plan of the problem as read; the questions below may change it.",
    };

    private static IRenderable[] LimitRow(StatementOutcome outcome) =>
    [
        Screen.Words($"Rule {outcome.Index + 1}"),
        Screen.Stack(
        [
            Screen.Words(outcome.Text, outcome.IsBinding ? Screen.Strong : Screen.Plain),
            .. outcome.PriceText is { } price ? [Screen.Words(price)] : Array.Empty<IRenderable>(),
        ]),
    ];
}
