using FluentAssertions;
using NlOpt.Understanding.Clauses;
using NlOpt.Understanding.Decisions;
using NlOpt.Understanding.Text;
using NlOpt.Understanding.Variables;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

/// <summary>What rules make of single sentences once the variables are known.</summary>
public class ClauseReaderTests
{
    /// <summary>Names of the variables, sentence, what it says; from forms.txt.</summary>
    public static TheoryData<string, string, string> Forms()
    {
        var forms = new TheoryData<string, string, string>();
        var names = "";
        using var file = new StreamReader(typeof(ClauseReaderTests).Assembly.GetManifestResourceStream("forms.txt")!);
        while (file.ReadLine() is { } line)
        {
            if (line.StartsWith("vars:", StringComparison.Ordinal)) names = line[5..];
            else if (line.Split("=>", StringSplitOptions.TrimEntries) is [var sentence, var meaning]) forms.Add(names, sentence, meaning);
        }

        return forms;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Sentences_say_what_they_say(string names, string sentence, string meaning) =>
        string.Join("; ", Read(sentence, names).Clauses.Select(clause => ClauseMeaning.Signature(clause.Statement, variable => variable.Index).Trim())).Should().Be(meaning);

    [Theory]
    [InlineData("There is a fixed cost of $500 for kites.", "0 500")]
    [InlineData("Setting up the machine for kites costs $500 once, however many are made.", "0 500")]
    [InlineData("If any puzzles are made, a setup cost of $80 must be paid.", "1 80")]
    [InlineData("The fixed costs of kites and puzzles are $500 and $80 respectively.", "0 500; 1 80")]
    [InlineData("Setting up for puzzles takes 3 hours of cutting once.", "1 3")]
    [InlineData("There is a one-time fee of $40 for either kites or puzzles.", "0 40; 1 40")]
    [InlineData("If any kites are made, a permit for $40 must be bought.", "0 40")]
    [InlineData("Making kites requires renting a hall for $40.", "0 40")]
    [InlineData("The permit for kites costs $40, however many are made.", "0 40")]
    [InlineData("If a kite is made, $40 is paid for silk.", "")]
    [InlineData("12 kites are ready and also, if any puzzles are made, a setup cost of $80 must be paid.", "1 80")]
    [InlineData("A kite costs $5.", "")]
    [InlineData("Making a kite costs $5 and making a puzzle costs $3.", "")]
    [InlineData("Each kite has a setup cost of $5 per piece.", "")]
    [InlineData("The total fixed cost of kites and puzzles can be at most $900.", "")]
    public void Charges_count_once(string sentence, string charges) =>
        string.Join("; ", Read(sentence, "kite ; puzzle").Charges.Select(charge => FormattableString.Invariant($"{charge.Variable} {charge.Amount.Value}"))).Should().Be(charges);

    [Fact]
    public void Numbers_of_clauses_are_not_offered_to_the_learned_decisions()
    {
        var context = Context("If kites are made, at least 40 puzzles must be made. At most 90 kites can be made.", "kite ; puzzle");
        context.Clauses.Should().ContainSingle();
        context.Numbers.Select(number => number.Value).Should().Equal(90);
    }

    [Theory]
    [InlineData("At most 40 kites and 50 puzzles can be made.", "40 Bound 0 False; 50 Bound 1 False")]
    [InlineData("They cannot make more than 40 boxes of kites and 50 boxes of puzzles.", "40 Bound 0 False; 50 Bound 1 False")]
    [InlineData("If there is a demand for at least 40 kites and 50 puzzles, how many are best?", "")]
    [InlineData("At least 40 kites or puzzles must be made, in any mix.", "40 Sum 0 True")]
    [InlineData("Each kite takes at most 40 puzzles and 50 kites.", "")]
    public void Lists_tell_what_their_limits_limit(string sentence, string limits) =>
        string.Join("; ", Context(sentence, "kite ; puzzle").Listed.Values.Select(limit =>
            FormattableString.Invariant($"{limit.Number.Value} {limit.Target.Kind} {limit.Target.Index} {limit.IsAtLeast}"))).Should().Be(limits);

    [Fact]
    public void Limits_under_conditions_on_amounts_are_set_aside() =>
        Context("If more than 50 kites are made, at least 20 puzzles must be made.", "kite ; puzzle").Numbers.Should().BeEmpty("a guess would be worse than a question");

    [Fact]
    public void A_later_sentence_may_speak_of_them()
    {
        var clauses = Context("The shop thinks of kites, drones and puzzles. At most two of them can be made.", "kite ; drone ; puzzle").Clauses;
        clauses.Select(clause => ClauseMeaning.Signature(clause.Statement, variable => variable.Index)).Should().Equal("Cardinality all 0,1,2 AtMost 2");
    }

    private static ClauseReading Read(string sentence, string names)
    {
        var context = Context(sentence, names);
        return new ClauseReading(context.Clauses, context.Charges);
    }

    private static ReadingContext Context(string text, string names)
    {
        var tokens = Tokenizer.Tokenize(text);
        var set = new VariableSet([.. names.Split(';').Select(name => (IReadOnlyList<NameKey>)[Key(name)])]);
        return new ReadingContext(new TextContext(tokens, new int[tokens.Length], QuantityReader.Read(tokens)), set);
    }

    private static NameKey Key(string name)
    {
        var tokens = Tokenizer.Tokenize(name);
        return NameKey.Of(tokens, 0, tokens.Length)!;
    }
}
