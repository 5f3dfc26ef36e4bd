using FluentAssertions;
using NlOpt.Understanding;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

/// <summary>Problems as people tell them, in words of our own, with what the shipped reader has to make of them; from everyday.txt.</summary>
public class EverydayTextTests
{
    private static readonly EmbeddedReader Reader = new();

    /// <summary>Text, and what it says: the goal and the rules, a line each.</summary>
    public static TheoryData<string, string> Texts()
    {
        var texts = new TheoryData<string, string>();
        using var file = new StreamReader(typeof(EverydayTextTests).Assembly.GetManifestResourceStream("everyday.txt")!);
        foreach (var part in file.ReadToEnd().Split("\n\n", StringSplitOptions.RemoveEmptyEntries))
        {
            var lines = part.Trim().Split('\n');
            texts.Add(lines[0], string.Join('\n', lines[1..].Order(StringComparer.Ordinal)));
        }

        return texts;
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void They_say_what_they_say(string text, string meaning)
    {
        var best = Reader.Formulate(Source.Of(text)).Value.Best;
        var lines = best.Statements.Select(statement => "* " + PlainSentence.Of(statement, best)).Append(PlainSentence.OfObjective(best));
        string.Join('\n', lines.Order(StringComparer.Ordinal)).Should().Be(meaning);
    }
}
