using System.Globalization;
using NlOpt.Evaluation;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>How simulated dialogues went.</summary>
internal static class DialogueScreen
{
    public static void Show(Screen screen, DialogueReport report)
    {
        screen.Heading($"{report.All.Dialogues} conversations");
        screen.Columns(report.ByPersona.Append(report.All).Select(Outcome).Prepend(
            Heads("", "number", "accepted", "right", "first time", "same best value", "questions (2 things)")), namesFirst: true);
        screen.Gap();
        screen.Heading("Summaries: slots, ROUGE and reading ease");
        screen.Columns(report.ByPersona.Append(report.All).Select(Summary).Prepend(
            Heads("", "recall", "precision", "repeated", "ROUGE-1", "-2", "-L", "ease")), namesFirst: true);
        screen.Gap();
        screen.Heading("Words");
        screen.Columns(report.ByPersona.Append(report.All).Select(Words).Prepend(
            Heads("", "messages", "questions a message", "words a question", "words an answer", "rules broken")), namesFirst: true);
        if (report.Missing == 0) return;
        screen.Gap();
        screen.Paragraph(
            $"{report.Missing} of the planned conversations are not there yet; the same 'nlopt dialogue generate' makes them.", Screen.Faint);
    }

    private static IRenderable[] Outcome(DialogueFigures figures) =>
    [
        Screen.Words(figures.Persona), Screen.Words(figures.Dialogues.ToString(CultureInfo.InvariantCulture)), Share(figures.Accepted),
        Share(figures.Right), Share(figures.FirstRight), Share(figures.EqualOptima), Number(figures.MedianQuestionsOfTwo),
    ];

    private static IRenderable[] Summary(DialogueFigures figures) =>
    [
        Screen.Words(figures.Persona), Share(figures.SlotRecall), Share(figures.SlotPrecision), Share(figures.SlotRepetition),
        Share(figures.RougeOneF1), Share(figures.RougeTwoF1), Share(figures.RougeLongestF1), Number(figures.ReadingEase),
    ];

    private static IRenderable[] Words(DialogueFigures figures) =>
    [
        Screen.Words(figures.Persona), Number(figures.Turns), Number(figures.QuestionsPerMessage), Number(figures.AgentWordsPerMessage),
        Number(figures.ClientWordsPerMessage), Screen.Words(figures.BrokenRules.ToString(CultureInfo.InvariantCulture)),
    ];

    private static IRenderable[] Heads(params ReadOnlySpan<string> heads) => [.. heads.ToArray().Select(head => Screen.Words(head, Screen.Faint))];

    private static IRenderable Share(double share) => Screen.Words(share.ToString("0.000", CultureInfo.InvariantCulture));

    private static IRenderable Number(double? number) => Screen.Words(number?.ToString("0.0", CultureInfo.InvariantCulture) ?? "-");
}
