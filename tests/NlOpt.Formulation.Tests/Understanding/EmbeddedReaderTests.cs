using FluentAssertions;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NlOpt.Understanding;
using NlOpt.Understanding.Text;
using Xunit;

namespace NlOpt.Formulation.Tests.Understanding;

/// <summary>The whole way through the reader: whatever comes, it is read or refused.</summary>
public class EmbeddedReaderTests
{
    private static readonly EmbeddedReader Reader = new();

    private static readonly string[] Words = (
        "a the each of and or but kites gliders oak stool lamps hours of work $ % 3 40 12.5 1,200 twice half thirty dozen at least at most no more than must be "
        + "profit cost maximize minimize total number per takes costs earns . , ; ? ( ) - : available needs exceed between exactly everything 'one \n\n respectively "
        + "acre kg invest minutes million").Split(' ');

    [Fact]
    public void Several_threads_read_the_same()
    {
        var texts = TinyProblems.All.Select(problem => Source.Of(problem.Text)).ToList();
        string Read(Source source) => FormulationJson.Write(Reader.Formulate(source).Value.Best);
        var alone = texts.ConvertAll(Read);
        texts.AsParallel().AsOrdered().WithDegreeOfParallelism(4).Select(Read).Should().Equal(alone);
    }

    [Fact]
    public void A_question_that_only_asks_to_compute_is_no_problem() =>
        Reader.Formulate(Source.Of("Tom has 3 apples and gives 2 to Ann. How many does he have now?")).Diagnostics.Should().ContainSingle()
            .Which.Code.Should().Be("read.not-a-problem");

    [Fact]
    public void Reading_can_be_cancelled() =>
        FluentActions.Invoking(() => Reader.Formulate(Source.Of(TinyProblems.All[0].Text), new CancellationToken(true))).Should().Throw<OperationCanceledException>();

    [Property(MaxTest = 300)]
    public void Any_string_is_read_or_refused(string? text) => Check(Source.Of(text ?? ""));

    [Property(MaxTest = 40)]
    public Property Any_words_are_read_or_refused() => Prop.ForAll(
        Gen.ListOf(Gen.Elements(Words)).Resize(60).Select(words => "Each of the kites takes 3 hours, at least. Maximize the " + string.Join(' ', words)).ToArbitrary(),
        text => Check(Source.Of(text)));

    [Property(MaxTest = 20)]
    public Property Any_dialogue_is_read_or_refused() => Prop.ForAll(
        Gen.ListOf(Gen.ListOf(Gen.Elements(Words)).Select(words => string.Join(' ', words))).ToArbitrary(),
        turns => Check(new Source(["Maximize the profit of kites and gliders; each takes 3 hours, and there are 40.", .. turns])));

    private static void Check(Source source)
    {
        var result = Reader.Formulate(source);
        if (!result.IsSuccess)
        {
            result.Diagnostics.Should().OnlyContain(diagnostic => diagnostic.Code.StartsWith("read.", StringComparison.Ordinal));
            return;
        }

        foreach (var formulation in result.Value.Rivals.Prepend(result.Value.Best))
        {
            FormulationCheck.Check(formulation).Should().BeEmpty("spans lie in the text, numbers are finite, references exist");
            formulation.Ledger.Select(entry => entry.Evidence).Should().OnlyHaveUniqueItems();
        }

        if (source.Turns.Length > 1) return;
        var tokens = Tokenizer.Tokenize(source.Turns[0]);
        foreach (var quantity in QuantityReader.Read(tokens))
        {
            result.Value.Best.Ledger.Where(entry => entry.Evidence.Start < tokens[quantity.End - 1].End && tokens[quantity.First].Start < entry.Evidence.End)
                .Should().ContainSingle("every number of the text has one entry").Which.Value.Should().Be(quantity.Value);
        }
    }
}
