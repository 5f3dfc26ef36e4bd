using System.Collections.Immutable;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Formulation;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.LanguageModels;

/// <summary>Makes a turn of a summary: the model gives its sentences, we put them together and read what they mean.</summary>
internal static class AgentSummary
{
    /// <summary>The message: the sentences as points, and whether that is right.</summary>
    public static string Text(AgentReply.Summary summary) => string.Join('\n',
        [
            "Let me sum up:",
            $"- You decide the amounts of {PlainSentence.List(summary.Things)}.",
            .. summary.Sentences.Select(sentence => "- " + sentence),
            Phrases.Right,
        ]);

    /// <summary>The turn, with the formulation that the reader makes of its sentences; null where it can make none.</summary>
    public static Turn Of(AgentReply.Summary summary, NoteReader reader, CancellationToken cancellationToken)
    {
        // The reader takes the names as given, so each has to have something to be recognised by, once.
        ImmutableArray<string> names = [.. summary.Things.Distinct(StringComparer.OrdinalIgnoreCase)];
        var reading = names.All(name => name.Any(char.IsLetterOrDigit))
            ? reader.Read(new Source([.. summary.Sentences]), names, cancellationToken)
            : null;
        return new Turn(Speaker.Agent, TurnKind.Summary, Text(summary)) { Formulation = reading?.Best };
    }
}
