using System.Globalization;
using NlOpt.Formulation;
using NlOpt.Pipeline.Diagnosis;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>The reasons behind an outcome.</summary>
internal static class DiagnosisScreen
{
    public static void Show(Screen screen, DiagnosisAnswer answer)
    {
        var solution = answer.Solution;
        screen.Heading("The outcome");
        screen.Paragraph(OutcomeWords.Of(solution.Result, QuestionScreen.IsOpen(solution.Questions)), OutcomeWords.StyleOf(solution.Result));
        screen.Paragraph(solution.Summary, Screen.Strong);
        if (answer.Conflicts is { } conflicts)
        {
            Section(screen, "Why there is no plan");
            ConflictScreen.Show(screen, solution.Formulation, conflicts);
        }

        if (!answer.Growths.IsEmpty)
        {
            Section(screen, "What is missing");
            foreach (var growth in answer.Growths) screen.Paragraph(growth.Text);
        }

        ShowWorth(screen, answer);
        if (answer.Alternatives.IsEmpty) return;
        Section(screen, "Other plans nearly as good");
        screen.Columns(answer.Alternatives.Select((plan, index) => (IRenderable[])
            [Screen.Words((index + 1).ToString(CultureInfo.InvariantCulture) + "."), Screen.Words(plan.Text)]));
    }

    private static void ShowWorth(Screen screen, DiagnosisAnswer answer)
    {
        if (answer.Worth.IsEmpty) return;
        Section(screen, "What the limits are worth");
        var formulation = answer.Solution.Formulation;
        screen.Columns(answer.Worth.Zip(answer.Solution.Statements, (worth, outcome) => (IRenderable[])
        [
            Screen.Words($"Rule {worth.StatementIndex + 1}"),
            Screen.Stack(
            [
                Screen.Words(PlainSentence.Of(outcome.Statement, formulation), Screen.Strong),
                Screen.Words(outcome.Text),
                .. worth.Text is { } text ? [Screen.Words(text)] : Array.Empty<IRenderable>(),
            ]),
        ]));
    }

    private static void Section(Screen screen, string title)
    {
        screen.Gap();
        screen.Heading(title);
    }
}
