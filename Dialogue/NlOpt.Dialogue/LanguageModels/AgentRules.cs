using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Modeling;
using NlOpt.Understanding;

namespace NlOpt.Dialogue.LanguageModels;

/// <summary>What an agent's message must keep to at one point of a conversation, whatever the model was told.</summary>
/// <param name="transcript">The conversation so far.</param>
/// <param name="echo">Knows the instructions.</param>
/// <param name="mustSumUp">Whether only a summary is allowed.</param>
internal sealed partial class AgentRules(Transcript transcript, InstructionEcho echo, bool mustSumUp)
{
    private const int MostTimesInVain = 2;
    private const int MostWordsOfSentence = 60;

    private readonly ImmutableArray<string> _heard = [.. transcript.Turns.Where(turn => turn.Speaker == Speaker.Client).Select(turn => turn.Text)];
    private readonly ToldNumbers _told = new([.. transcript.Turns.Where(turn => turn.Speaker == Speaker.Client).Select(turn => turn.Text)]);

    /// <summary>What is wrong with a reply; empty where nothing is.</summary>
    public ImmutableArray<Diagnostic> FaultsOf(AgentReply reply) => reply switch
    {
        AgentReply.Question(var text) => OfQuestion(text),
        AgentReply.Summary summary => OfSummary(summary),
        _ => OfGoodbye(),
    };

    /// <summary>
    /// Mends without the model: of a question the first sentence that is a good one by itself, of a summary what is left without the rules that
    /// say what there is not. Null where nothing good is left.
    /// </summary>
    public AgentReply? Mend(AgentReply reply)
    {
        switch (reply)
        {
            case AgentReply.Question(var text):
                return Replies.Sentences(text).SelectMany(Shorter).Select(sentence => new AgentReply.Question(sentence))
                    .FirstOrDefault(question => question.Text.EndsWith('?') && FaultsOf(question).IsEmpty);
            case AgentReply.Summary summary:
                var rules = summary.Rules.Where(rule => VoidFacts.In(rule, summary.Things) is null || HoldsNumbers(rule));
                var kept = summary with { Rules = [.. rules] };
                return FaultsOf(kept).IsEmpty ? kept : null;
            default:
                return null;
        }
    }

    /// <summary>Whether the client may have agreed to the last summary: it said no number and nothing that takes exception.</summary>
    private bool IsAccepted => transcript.Turns.Length >= 2 && transcript.Turns[^2].Kind == TurnKind.Summary
        && transcript.Last is { } last && NoteReader.Numbers(last.Text).IsEmpty && !Exception().IsMatch(last.Text);

    private ImmutableArray<Diagnostic> OfQuestion(string text)
    {
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        if (mustSumUp) faults.Add(Fault.OutOfTurn("there is no time for further questions", "sum up what was said, as well as you can"));
        AddForAll(faults, TurnKind.Question, text);
        if (SecondQuestion().IsMatch(text)) faults.Add(Fault.Message("the message asks two things at once", "ask for one of them"));
        if (TimesAskedInVain(text) >= MostTimesInVain)
            faults.Add(Fault.Repeated("this was asked twice in vain", "ask for something else, or sum up"));
        return faults.ToImmutable();
    }

    private ImmutableArray<Diagnostic> OfSummary(AgentReply.Summary summary)
    {
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        var known = _heard.SelectMany(said => NoteReader.Stems(said)).ToHashSet(StringComparer.Ordinal);
        foreach (var thing in summary.Things.Where(thing => !NoteReader.Stems(thing).Any(known.Contains)))
            faults.Add(Fault.Invented($"the client never spoke of '{thing}'", "name the things to decide on in the client's words"));
        foreach (var sentence in summary.Things.Concat(summary.Sentences))
        {
            AddForAll(faults, TurnKind.Summary, sentence);
            if (sentence.Contains('?', StringComparison.Ordinal))
                faults.Add(Fault.Message($"'{sentence}' asks something", "say only what was understood"));
            if (MessageRules.Words(sentence).Count() > MostWordsOfSentence)
                faults.Add(Fault.Message($"a sentence has more than {MostWordsOfSentence} words", "give each limit and rule its own sentence"));
        }

        foreach (var sentence in summary.Sentences)
            if (VoidFacts.In(sentence, summary.Things) is { } words) faults.Add(Fault.Void($"'{sentence}' says what there is not: '{words}'"));
        if (transcript.Turns.Any(turn => turn.Kind == TurnKind.Summary && turn.Text == AgentSummary.Text(summary)))
            faults.Add(Fault.Repeated("the client did not accept this summary", "change what the client said is wrong"));
        return faults.ToImmutable();
    }

    private ImmutableArray<Diagnostic> OfGoodbye() => IsAccepted
        ? []
        : [Fault.OutOfTurn("the client has not agreed to a summary", "ask for what is open, or sum up")];

    private void AddForAll(ImmutableArray<Diagnostic>.Builder faults, TurnKind kind, string text)
    {
        var plain = WithoutFalseQuotes(text);
        foreach (var rule in MessageRules.Broken(new Turn(Speaker.Agent, kind, plain)))
            faults.Add(Fault.Message($"the message has {rule}", "keep to one question of at most 30 words, in plain words"));
        foreach (var number in _told.NotToldIn(text))
            faults.Add(Fault.Invented($"the client never said {number}", "say only numbers that the client has said"));
        if (echo.IsIn(text)) faults.Add(Fault.Echo());
    }

    /// <summary>The text without the signs of quotes that the client never said: only the client's own words may be any words.</summary>
    private string WithoutFalseQuotes(string text) => Quote().Replace(text, match =>
        _heard.Any(said => said.Contains(match.Groups[1].Value, StringComparison.OrdinalIgnoreCase)) ? match.Value : match.Groups[1].Value);

    /// <summary>A sentence, and its first part where it asks two things.</summary>
    private static IEnumerable<string> Shorter(string sentence)
    {
        yield return sentence;
        if (SecondQuestion().Match(sentence) is { Success: true, Index: > 0 and var end }) yield return sentence[..end].TrimEnd(' ', ',') + "?";
    }

    /// <summary>How often a question brought nothing: no answer, or the same one again. "Is there another rule?" may bring something each time.</summary>
    private int TimesAskedInVain(string question)
    {
        var answers = transcript.Turns.Zip(transcript.Turns.Skip(1))
            .Where(pair => pair.First.Speaker == Speaker.Agent && pair.First.Text.Equals(question, StringComparison.OrdinalIgnoreCase))
            .Select(pair => pair.Second.Text).ToList();
        return answers.Count - answers.Where(answer => !Replies.Passes(answer) && !Replies.Ends(answer)).Distinct(StringComparer.OrdinalIgnoreCase).Count();
    }

    private static bool HoldsNumbers(string sentence) => !NoteReader.Numbers(sentence).IsEmpty;

    [GeneratedRegex(
        @"[,;]?\s\b(and|or|also)( also)? (what|how|which|who|whose|when|where|why|do you|does|is there|are there|can you)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex SecondQuestion();

    [GeneratedRegex("“([^“”]*)”")]
    private static partial Regex Quote();

    [GeneratedRegex(
        @"\b(no|not|but|wrong|except|missing|missed|forgot|forgotten|left out|instead|however|incorrect|add|change|actually|wait|almost|only)\b"
        + @"|n't\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Exception();
}
