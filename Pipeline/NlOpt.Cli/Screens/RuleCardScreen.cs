using System.Collections.Immutable;
using System.Globalization;
using NlOpt.Cli.Chat;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Formulation;
using NlOpt.Understanding;
using Spectre.Console.Rendering;

namespace NlOpt.Cli.Screens;

/// <summary>What was understood in a conversation, a line a card: green what is sure, yellow what is not, bold what is new.</summary>
internal sealed class RuleCardScreen
{
    // From here on the reader asks nothing any more.
    private const double Sure = 0.97;

    private readonly HashSet<string> _shown = new(StringComparer.Ordinal);

    /// <summary>Shows the cards; those that the last call did not show are bold.</summary>
    /// <returns>False where there is nothing to show yet.</returns>
    public bool Show(Screen screen, ChatSession session, string title)
    {
        var cards = Cards(session);
        if (cards.IsEmpty) return false;
        screen.Heading(title);
        screen.Columns(cards.Select(Row));
        _shown.Clear();
        _shown.UnionWith(cards.Select(card => card.Text));
        return true;
    }

    private IRenderable[] Row(Card card)
    {
        var style = card.Probability < Sure ? Screen.Warning : Screen.Plain;
        if (!_shown.Contains(card.Text)) style = style.Combine(Screen.Strong);
        return
        [
            card.Probability < Sure ? Screen.Words("?", Screen.Warning) : Screen.Words("✓", Screen.Good),
            Screen.Words(card.Label, Screen.Faint),
            Screen.Words(card.Probability is > 0 and < Sure ? $"{card.Text} ({Percent(card.Probability)} sure)" : card.Text, style),
        ];
    }

    private static ImmutableArray<Card> Cards(ChatSession session)
    {
        if (session.Formulation is not { } formulation)
        {
            return session.Names.IsEmpty ? [] :
            [
                new("You decide", PlainSentence.List(session.Names), 1),
                .. session.Notes.Select(Unread),
            ];
        }

        return
        [
            new("You decide", PlainSentence.List(formulation.Variables.Select(Described)), 1),
            new("You want", PlainSentence.OfObjective(formulation), session.IsGoalOpen ? 0 : formulation.Objective.Probability),
            .. formulation.Statements.Select((statement, index) => new Card(
                string.Create(CultureInfo.InvariantCulture, $"Rule {index + 1}"), PlainSentence.Of(statement, formulation), statement.Probability)),
            .. session.Notes.Where((note, turn) => note.Kind is NoteKind.Rule or NoteKind.Loose && !Speaks(formulation, turn) && !IsSaid(formulation, note)).Select(Unread),
        ];
    }

    private static string Described(DecisionVariable variable) =>
        variable.Divisibility == Divisibility.Whole ? $"{variable.Name} (whole)" : $"{variable.Name} (parts are fine)";

    /// <summary>What was said and is not in the problem, so that nobody takes it for a rule.</summary>
    private static Card Unread(Note note) => new("Not read", $"“{VisibleText.OneLine(note.Text)}”", 0);

    /// <summary>Whether anything of the formulation was said by a note.</summary>
    private static bool Speaks(ProblemFormulation formulation, int turn) =>
        formulation.Objective.Evidence.Concat(formulation.Objective.Numbers.Select(number => number.Evidence).OfType<Evidence>())
            .Concat(formulation.Statements.SelectMany(
                statement => statement.Evidence.Concat(statement.Numbers.Select(number => number.Evidence).OfType<Evidence>())))
            .Any(evidence => evidence.Turn == turn);

    /// <summary>Whether all numbers of a note stand in the formulation, because they were said again in other words.</summary>
    private static bool IsSaid(ProblemFormulation formulation, Note note)
    {
        var said = formulation.Objective.Numbers.Concat(formulation.Statements.SelectMany(statement => statement.Numbers)).Select(number => number.Value).ToHashSet();
        return NoteReader.Numbers(note.Text) is { IsEmpty: false } numbers && numbers.All(number => said.Contains(number.Value));
    }

    private static string Percent(double probability) => AmountText.Percent(Math.Round(probability, 2));

    private sealed record Card(string Label, string Text, double Probability);
}
