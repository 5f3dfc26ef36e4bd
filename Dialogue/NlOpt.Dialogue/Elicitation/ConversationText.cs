using System.Collections.Immutable;
using NlOpt.Dialogue.Conversation;

namespace NlOpt.Dialogue.Elicitation;

/// <summary>
/// Makes texts of what a client and another agent said: the sentences that hold facts, each once. Talk, thanks and "there is no limit on ..."
/// are left out, since a reader would look for facts in them.
/// </summary>
public static class ConversationText
{
    /// <summary>The text of a conversation; a last summary stands for all that was said before it, but for a goal that it lacks.</summary>
    /// <param name="turns">The turns; summaries are told by their kind.</param>
    public static string Of(IReadOnlyList<Turn> turns) => Tellings(turns)[0];

    /// <summary>
    /// The conversation told in three or four ways that should mean the same, the best first: as <see cref="Of"/>, and in another form or order, and
    /// without its summary.
    /// </summary>
    /// <param name="turns">The turns; summaries are told by their kind.</param>
    public static ImmutableArray<string> Tellings(IReadOnlyList<Turn> turns)
    {
        ArgumentNullException.ThrowIfNull(turns);
        var said = Gather(turns, -1);
        var last = turns.ToList().FindLastIndex(turn => turn.Kind == TurnKind.Summary);
        if (last < 0) return [said.Text('\n', false), said.Text('\n', true), said.Text(' ', false)];
        var summed = Gather(turns, last);
        return [summed.Text('\n', false), summed.Text('\n', true), said.Text('\n', false), said.Text('\n', true)];
    }

    /// <summary>Gathers what the client said; before a summary, named by its turn, only the goal.</summary>
    private static FactGathering Gather(IReadOnlyList<Turn> turns, int summary)
    {
        var facts = new FactGathering();
        for (var turn = 0; turn < turns.Count; turn++)
        {
            if (turn == summary) facts.TakeSummary(turns[turn].Text);
            if (turns[turn].Speaker != Speaker.Client) continue;
            var isCorrection = Denial.IsCorrection(turns[turn].Text);
            foreach (var sentence in Replies.Sentences(SpokenForms.WithoutMarkers(Replies.WithoutLead(turns[turn].Text))))
            {
                if (turn > summary) facts.Hear(sentence, isCorrection);
                else facts.HearGoal(sentence);
            }
        }

        return facts;
    }
}
