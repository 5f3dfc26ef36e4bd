using System.Collections.Immutable;
using NlOpt.Formulation;
using NlOpt.Pipeline;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>What the reader is unsure of, the costliest doubt first.</summary>
internal static class QuestionScreen
{
    private const double LittleDoubt = 0.1;

    /// <summary>True when a question has no likeliest answer that could have been taken: then part of the problem is missing.</summary>
    public static bool IsOpen(ImmutableArray<Question> questions) => questions.Any(question => question.Options.IsEmpty);

    /// <summary>True when a question is only what a reading that is likely right is least sure of: it is told, and need not be answered.</summary>
    public static bool IsCheck(ImmutableArray<Question> questions) => questions is [{ Doubt: < LittleDoubt, Options.IsEmpty: false }];

    /// <summary>
    /// Shows the questions with the answers to choose from, of which the first one was taken, and with what another one would change.
    /// </summary>
    public static void Show(Screen screen, Solution solution)
    {
        var questions = solution.Questions;
        if (questions.IsEmpty) return;
        screen.Gap();
        if (IsCheck(questions))
        {
            screen.Heading("Least sure of");
            screen.Paragraph(questions[0].Text);
            screen.Paragraph($"Taken, with little doubt: {questions[0].Options[0]}.");
            return;
        }

        screen.Heading(questions.Length == 1 ? "A question" : "Questions");
        screen.Columns(questions.Zip(solution.Consequences, (question, consequence) =>
            (IRenderable[])[Screen.Words("?", Screen.Warning), Card(question, consequence, solution.Formulation)]));
    }

    private static IRenderable Card(Question question, QuestionConsequence? consequence, ProblemFormulation formulation)
    {
        List<IRenderable> lines = [Screen.Words(question.Text, Screen.Strong)];
        if (question.Quote is { } quote && FormulationScreen.QuoteOf([quote], formulation) is { } words) lines.Add(Screen.Words(words, Screen.Quote));
        lines.AddRange(question.Options.Select(
            (option, index) => Screen.Words($"{(char)('a' + Math.Min(index, 25))}) {option}{(index == 0 ? "  (taken)" : "")}")));
        if (consequence is { Change: var change, Otherwise: var otherwise })
            lines.Add(Screen.Words(change > 0 ? $"With another answer: {otherwise}" : "Another answer would not change the plan.", Screen.Faint));
        return Screen.Stack(lines);
    }
}
