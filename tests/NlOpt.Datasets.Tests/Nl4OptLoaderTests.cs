using FluentAssertions;
using FsCheck.Xunit;
using NlOpt.Datasets.Tests.Fixtures;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Datasets.Tests;

public sealed class Nl4OptLoaderTests
{
    [Fact]
    public void LoadsBothShapesAndEveryType()
    {
        using var file = new TemporaryFile("\uFEFF" + Samples.Flat + "\r\n\n" + Samples.Keyed + "\n");
        var split = Nl4OptLoader.LoadFile(file.Path).Value;

        split.Sha256.Should().MatchRegex("^[0-9a-f]{64}$");
        split.Problems.Select(problem => problem.Id).Should().Equal("f1", "k1");
        var flat = split.Problems[0];
        flat.Text.Should().Be(Samples.Text);
        flat.VariableCount.Should().Be(2);
        flat.ColumnOf("rose bunch").Should().Be(0);
        flat.ColumnOf("lilies").Should().BeNull();
        flat.Entities.Should().BeNull();
        flat.Objective.Should().BeOfType<Nl4OptObjective.Weighted>()
            .Which.Terms.Should().Equal(new Nl4OptTerm("rose bunch", "4"), new Nl4OptTerm("tulips", "3"));
        flat.Constraints.Select(constraint => constraint.Type).Should().Equal(
            Nl4OptConstraintType.Ratio, Nl4OptConstraintType.Linear, Nl4OptConstraintType.Sum, Nl4OptConstraintType.LowerBound,
            Nl4OptConstraintType.UpperBound, Nl4OptConstraintType.Multiple, Nl4OptConstraintType.Comparison);
        flat.Constraints[5].Should().Be(new Nl4OptConstraint.Multiple("at most", Nl4OptOperator.LessOrEqual, "roses", "twice", "tulips"));
        var keyed = split.Problems[1];
        keyed.Objective.Sense.Should().Be(ObjectiveSense.Minimize);
        keyed.Objective.Should().BeOfType<Nl4OptObjective.Count>().Which.Mentions.Should().Equal("roses", "tulips");
        keyed.Entities!.Value.Should().Equal(new EntitySpan(15, 20, "VAR"));
    }

    [Fact]
    public void EntityLabelsFindTheirDocumentByLettersAndDigits()
    {
        using var file = new TemporaryFile(Samples.Flat);
        using var entities = new TemporaryFile(Samples.Entities.Replace("\n", "\r\n", StringComparison.Ordinal));
        var result = Nl4OptLoader.LoadFile(file.Path, entities.Path);

        result.Diagnostics.Should().BeEmpty();
        var problem = result.Value.Problems[0];
        problem.Entities!.Value.Select(span => (problem.Text[span.Start..span.End], span.Label)).Should().Equal(
            ("roses", "VAR"), ("tulip bunches", "VAR"), ("rose bunch", "VAR"), ("4", "PARAM"), ("tulip bunch", "VAR"), ("3", "PARAM"),
            ("At least", "CONST_DIR"), ("20% must", "LIMIT"), ("tulips.", "VAR"));
    }

    [Fact]
    public void ADocumentWithoutLabelsIsTold()
    {
        using var file = new TemporaryFile(Samples.Flat);
        using var entities = new TemporaryFile("Another\t_\t_\tO\ntext\t_\t_\tB-VAR\n");
        var result = Nl4OptLoader.LoadFile(file.Path, entities.Path);

        result.Diagnostics.Should().ContainSingle().Which.Code.Should().Be("data.entities");
        result.Value.Problems[0].Entities.Should().BeNull();
    }

    [Theory]
    [InlineData("{\"document\":", "data.json")]
    [InlineData("[]", "data.shape")]
    [InlineData("{}", "data.shape")]
    [InlineData("{\"a\":1,\"b\":2}", "data.shape")]
    [InlineData("{\"id\":\"x\",\"document\":\"t\"}", "data.shape")]
    [InlineData("{\"id\":\"x\",\"document\":\"t\",\"order_mapping\":{}}", "data.shape")]
    [InlineData("{\"id\":\"x\",\"document\":\"t\",\"order_mapping\":{\"a\":-1}}", "data.shape")]
    [InlineData("{\"id\":\"x\",\"document\":\"t\",\"order_mapping\":{\"a\":2000000000}}", "data.shape")]
    [InlineData("{\"id\":\"x\",\"document\":\"t\",\"order_mapping\":{\"a\":0},\"obj_declaration\":{\"type\":\"objective\",\"direction\":\"so-so\"}}", "data.shape")]
    [InlineData("{\"id\":\"\\ud800\",\"document\":\"t\",\"order_mapping\":{\"a\":0}}", "data.shape")]
    public void AMalformedLineIsRefusedWithItsPlace(string line, string code)
    {
        using var file = new TemporaryFile(Samples.Flat + "\n" + line);
        var diagnostic = Nl4OptLoader.LoadFile(file.Path).Diagnostics.Should().ContainSingle().Which;

        diagnostic.Code.Should().Be(code);
        diagnostic.Location.Should().Be(new DiagnosticLocation(2, Source: file.Path));
    }

    [Fact]
    public void ARepeatedIdIsRefused()
    {
        using var file = new TemporaryFile(Samples.Flat + "\n" + Samples.Flat);
        Nl4OptLoader.LoadFile(file.Path).Diagnostics.Should().ContainSingle().Which.Code.Should().Be("data.duplicate-id");
    }

    [Fact]
    public void FilesThatAreNoTextAreRefused()
    {
        using var binary = new TemporaryFile([0xFF, 0xFE, 0x00, 0x80]);
        Nl4OptLoader.LoadFile(binary.Path).Diagnostics[0].Code.Should().Be("data.encoding");
        using var empty = new TemporaryFile("\n\n");
        Nl4OptLoader.LoadFile(empty.Path).Diagnostics[0].Code.Should().Be("data.empty");
        Nl4OptLoader.LoadFile(empty.Path + ".absent").Diagnostics[0].Code.Should().Be("data.not-found");
        using var entities = new TemporaryFile("word\t_\t_\tVAR\n");
        using var file = new TemporaryFile(Samples.Flat);
        Nl4OptLoader.LoadFile(file.Path, entities.Path).Diagnostics[0].Location!.Line.Should().Be(1);
    }

    [Property(MaxTest = 200)]
    public bool NeverThrowsOnAnyLine(string? line)
    {
        using var file = new TemporaryFile(line ?? "");
        return !Nl4OptLoader.LoadFile(file.Path).IsSuccess;
    }

    [RealDataFact]
    public void ThePublishedSplitsHoldWhatTheyShould()
    {
        var folder = RealDataFactAttribute.Found.Value;
        var train = Nl4OptLoader.LoadSplit(folder, "train");
        var dev = Nl4OptLoader.LoadSplit(folder, "dev");

        train.Diagnostics.Should().BeEmpty();
        dev.Diagnostics.Should().BeEmpty();
        train.Value.Problems.Should().HaveCount(713);
        dev.Value.Problems.Should().HaveCount(99);
        train.Value.Problems.Sum(problem => problem.Constraints.Length).Should().Be(1988);
        dev.Value.Problems.Sum(problem => problem.Constraints.Length).Should().Be(291);
        train.Value.Problems.Count(problem => problem.Objective.Sense == ObjectiveSense.Minimize).Should().Be(156);
        dev.Value.Problems.Count(problem => problem.Objective.Sense == ObjectiveSense.Minimize).Should().Be(52);
        foreach (var problem in train.Value.Problems.Concat(dev.Value.Problems))
            problem.Entities!.Value.Should().OnlyContain(span => problem.Text.Substring(span.Start, span.End - span.Start).Trim().Length == span.End - span.Start);
    }

    [RealDataFact]
    public void EntityLabelsAgreeWithTheSpansInTheFileItself()
    {
        var folder = RealDataFactAttribute.Found.Value;
        var labelled = Nl4OptLoader.LoadSplit(folder, "dev").Value.Problems;
        var inline = Nl4OptLoader.LoadFile(folder.PathOf("nl4opt", "dev.jsonl")).Value.Problems;
        var same = labelled.Zip(inline).Sum(pair => pair.First.Entities!.Value.Intersect(pair.Second.Entities!.Value).Count());
        var all = inline.Sum(problem => problem.Entities!.Value.Length);

        ((double)same / all).Should().BeGreaterThan(0.99);
    }
}
