using System.Collections.Immutable;
using System.Text.RegularExpressions;
using NlOpt.Dialogue.Conversation;
using NlOpt.Dialogue.Elicitation;
using NlOpt.Dialogue.LanguageModels;
using NlOpt.Modeling;

namespace NlOpt.Dialogue.Simulation.LanguageModels;

/// <summary>What a client's message must keep to, whatever the model was told.</summary>
/// <param name="text">The hidden problem in words.</param>
/// <param name="echo">Knows the instructions.</param>
internal sealed partial class ClientRules(string text, InstructionEcho echo)
{
    private readonly ToldNumbers _facts = new(text);

    /// <summary>What is wrong with a message; empty where nothing is.</summary>
    public ImmutableArray<Diagnostic> FaultsOf(string message)
    {
        var faults = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var rule in MessageRules.Broken(Turn.OfClient(message)))
            faults.Add(Fault.Message($"the message has {rule}", "say it in at most 30 words, and ask nothing"));
        foreach (var number in _facts.NotToldIn(message))
            faults.Add(Fault.Invented($"your business knows no {number}", "say only numbers that stand in the problem, as they stand there"));
        var ofText = Statement().Matches(message).Select(match => match.Value)
            .Where(words => !text.Contains(words, StringComparison.OrdinalIgnoreCase));
        foreach (var words in ofText) faults.Add(Fault.Statement(words));
        if (echo.IsIn(message)) faults.Add(Fault.Echo());
        return faults.ToImmutable();
    }

    /// <summary>Mends without the model: the sentences that are right, as many from the first as may be said at once; null where none is.</summary>
    public string? Mend(string message)
    {
        var kept = "";
        foreach (var sentence in Replies.Sentences(message))
        {
            var longer = $"{kept} {sentence}".TrimStart();
            if (FaultsOf(longer).IsEmpty) kept = longer;
        }

        return kept.Length == 0 ? null : kept;
    }

    [GeneratedRegex(
        @"\b(problem|statement|description|text|passage|document|prompt|instructions?|scenario|exercise|according to|language model|as an AI"
        + @"|(is|was|were|are) (not )?(provided|mentioned|stated|specified|given))\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Statement();
}
