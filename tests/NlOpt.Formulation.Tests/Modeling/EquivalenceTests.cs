using FluentAssertions;
using FsCheck.Xunit;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Formulation.Tests.Modeling;

public class EquivalenceTests
{
    [Property(MaxTest = 200)]
    public void Rewriting_a_model_keeps_fingerprint_and_meaning(int seed)
    {
        var model = RandomModels.Plain(seed);
        var rewritten = Rewriting.Of(model, new Random(seed), out var correspondence);
        ModelFingerprint.Of(rewritten).Should().Be(ModelFingerprint.Of(model), "{0}\n{1}", ModelFormat.Lp.Write(model), ModelFormat.Lp.Write(rewritten));
        ModelEquivalence.AreEquivalent(model, rewritten, correspondence).Should().BeTrue();
        var found = ModelEquivalence.Compare(model, rewritten).Should().BeOfType<ModelComparison.Equivalent>().Subject;
        ModelEquivalence.AreEquivalent(model, rewritten, found.Correspondence).Should().BeTrue();
    }

    [Property(MaxTest = 200)]
    public void Changing_one_number_changes_fingerprint_and_meaning(int seed)
    {
        var model = RandomModels.Plain(seed);
        var terms = model.Objective.Expression.Terms;
        var changed = new ModelBuilder();
        foreach (var variable in model.Variables) changed.AddVariable(variable.Name, variable.Kind, variable.Lower, variable.Upper);
        foreach (var row in model.Rows) changed.AddRow(row.Expression, row.Lower, row.Upper);
        foreach (var (binary, value, _, expression, lower, upper) in model.Indicators) changed.AddIndicator(binary, value, expression, lower, upper);
        changed.SetObjective(model.Objective.Sense, LinearExpression.Of([.. terms, new(new(0), 0.01)]));
        ModelFingerprint.Of(changed.Build()).Should().NotBe(ModelFingerprint.Of(model));
        ModelEquivalence.Compare(model, changed.Build()).Should().BeOfType<ModelComparison.Different>();
    }

    [Property(MaxTest = 200)]
    public void Equal_fingerprints_and_equivalence_agree(int seed)
    {
        // Few variables and few different numbers, so that equal pairs turn up among the different ones.
        var (one, other) = (Tiny(seed), Tiny(unchecked(seed * 31) + 1));
        var isSame = ModelFingerprint.Of(one) == ModelFingerprint.Of(other);
        ModelEquivalence.Compare(one, other).IsEquivalent.Should().Be(isSame, "{0}\n{1}", ModelFormat.Lp.Write(one), ModelFormat.Lp.Write(other));
    }

    [Theory]
    [InlineData("max\n x + y\nst\n x + y <= 4\nend", "max\n a + b\nst\n 2 b + 2 a <= 8\nend", true)]
    [InlineData("max\n x + y\nst\n x + y <= 4\nend", "max\n x + y\nst\n x + y <= 4.000001\nend", true)]
    [InlineData("max\n x + y\nst\n x + y <= 4\nend", "max\n x + y\nst\n x + y <= 4.001\nend", false)]
    [InlineData("max\n x + y\nst\n x + y <= 4\nend", "min\n x + y\nst\n x + y <= 4\nend", false)]
    [InlineData("max\n x + y\nst\n x + y <= 4\nend", "max\n x + y + 1\nst\n x + y <= 4\nend", false)]
    [InlineData("max\n x + y\nst\n x - y <= 4\nend", "max\n x + y\nst\n - x + y <= 4\nend", true)]
    [InlineData("max\n x + 2 y\nst\n x - y <= 4\nend", "max\n x + 2 y\nst\n - x + y <= 4\nend", false)]
    [InlineData("max\n x + 2 y\nst\n x - y <= 4\nend", "max\n x + 2 y\nst\n - x + y >= -4\nend", true)]
    [InlineData("max\n x\nst\n x <= 4\nend", "max\n x\nst\nbounds\n x <= 4\nend", true)]
    [InlineData("max\n x\nst\nbounds\n x <= 4.5\ngenerals\n x\nend", "max\n x\nst\n 2 x <= 8\ngenerals\n x\nend", true)]
    [InlineData("max\n x\nst\nbounds\n x <= 4.5\ngenerals\n x\nend", "max\n x\nst\n 2 x <= 8\nend", false)]
    [InlineData("max\n x + y\nst\n 1 <= x + y <= 4\nend", "max\n x + y\nst\n x + y <= 4\n x + y >= 1\nx + y <= 4\nend", true)]
    [InlineData("max\n x + y\nst\n y = 1 -> x <= 4\nbinary\n y\nend", "max\n b + a\nst\n b = 1 -> -3 a >= -12\nbinary\n b\nend", true)]
    [InlineData("max\n x + y\nst\n y = 1 -> x <= 4\nbinary\n y\nend", "max\n b + a\nst\n b = 0 -> a <= 4\nbinary\n b\nend", false)]
    public void Models_are_compared_by_meaning(string one, string other, bool expected) =>
        ModelEquivalence.Compare(ModelFormat.Lp.Read(one).Value, ModelFormat.Lp.Read(other).Value).IsEquivalent.Should().Be(expected);

    [Fact]
    public void Two_triangles_are_not_a_hexagon()
    {
        var triangles = Graph([(0, 1), (1, 2), (2, 0), (3, 4), (4, 5), (5, 3)]);
        var hexagon = Graph([(0, 1), (1, 2), (2, 3), (3, 4), (4, 5), (5, 0)]);
        ModelFingerprint.Of(triangles).Should().NotBe(ModelFingerprint.Of(hexagon));
        ModelEquivalence.Compare(triangles, hexagon).Should().BeOfType<ModelComparison.Different>();
        var turned = Graph([(3, 5), (5, 1), (1, 0), (0, 2), (2, 4), (4, 3)]);
        ModelFingerprint.Of(turned).Should().Be(ModelFingerprint.Of(hexagon));
        ModelEquivalence.Compare(turned, hexagon).IsEquivalent.Should().BeTrue();
    }

    [Fact]
    public void Two_strongly_regular_graphs_show_the_limit_of_the_fingerprint_but_not_of_the_comparison()
    {
        var (rook, shrikhande) = (Edges(1, IsRookMove), Edges(1, IsShrikhandeMove));
        ModelFingerprint.Of(Graph(shrikhande, 16)).Should().Be(ModelFingerprint.Of(Graph(rook, 16)), "equal fingerprints are no proof");
        ModelEquivalence.Compare(Graph(rook, 16), Graph(shrikhande, 16)).Should().BeOfType<ModelComparison.Different>();
    }

    [Fact]
    public void A_search_that_is_given_up_says_so()
    {
        var rooks = Graph(Edges(4, IsRookMove), 64);
        var almost = Graph([.. Edges(3, IsRookMove), .. Edges(1, IsShrikhandeMove).Select(edge => (edge.From + 48, edge.To + 48))], 64);
        ModelEquivalence.Compare(rooks, almost).Should().BeOfType<ModelComparison.Undecided>();
        ModelEquivalence.Compare(rooks, Rewriting.Of(rooks, new Random(5), out _)).IsEquivalent.Should().BeTrue();
    }

    [Fact]
    public void A_large_model_and_many_equal_variables_are_no_trouble()
    {
        var large = Samples.Large(rows: 500, columns: 800, entriesARow: 10);
        ModelEquivalence.Compare(large, Rewriting.Of(large, new Random(3), out _)).IsEquivalent.Should().BeTrue();

        var alike = new ModelBuilder();
        for (var i = 0; i < 2000; i++) alike.AddVariable($"x{i}");
        alike.AddRow(LinearExpression.Of(Enumerable.Range(0, 2000).Select(i => new Term(new(i), 1))), null, 5);
        ModelEquivalence.Compare(alike.Build(), Rewriting.Of(alike.Build(), new Random(4), out _)).IsEquivalent.Should().BeTrue();
    }

    [Fact]
    public void A_correspondence_must_be_one_to_one()
    {
        var model = ModelFormat.Lp.Read("max\n x + y\nst\nend").Value;
        var twice = () => ModelEquivalence.AreEquivalent(model, model, [new(0), new(0)]);
        var short_ = () => ModelEquivalence.AreEquivalent(model, model, [new(0)]);
        twice.Should().Throw<ArgumentException>();
        short_.Should().Throw<ArgumentException>();
        ModelEquivalence.AreEquivalent(model, model, [new(1), new(0)]).Should().BeTrue();
    }

    [Fact]
    public void The_fingerprint_is_the_same_for_ever() =>
        ModelFingerprint.Of(Samples.Bakery).Should().Be("1304223ad538a21b4512d32e57e06d695d143f1d6581b77b5e8f51ee6245ccdd", "files keep fingerprints; whoever changes how they are made raises their version");

    private static Model Tiny(int seed)
    {
        var random = new Random(seed);
        var builder = new ModelBuilder();
        for (var i = 0; i < 3; i++) builder.AddVariable($"x{i}");
        for (var i = 0; i < 2; i++)
            builder.AddRow(LinearExpression.Of(Enumerable.Range(0, 3).Select(v => new Term(new(v), random.Next(2) == 0 ? 1 : -1))), null, 1);
        return builder.Build();
    }

    /// <summary>Copies of a graph on a 4 x 4 board that is closed to a torus, by the moves that join two fields.</summary>
    private static (int From, int To)[] Edges(int copies, Func<int, int, bool> isMove) =>
    [
        .. from copy in Enumerable.Range(0, copies)
           from a in Enumerable.Range(0, 16)
           from b in Enumerable.Range(0, 16)
           where a < b && isMove(((b / 4) - (a / 4) + 4) % 4, ((b % 4) - (a % 4) + 4) % 4)
           select ((copy * 16) + a, (copy * 16) + b),
    ];

    private static bool IsRookMove(int down, int across) => down == 0 || across == 0;

    private static bool IsShrikhandeMove(int down, int across) => (down, across) is (0, 1) or (0, 3) or (1, 0) or (3, 0) or (1, 1) or (3, 3);

    private static Model Graph((int From, int To)[] edges, int count = 6)
    {
        var builder = new ModelBuilder();
        for (var i = 0; i < count; i++) builder.AddVariable($"x{i}");
        foreach (var (from, to) in edges) builder.AddRow(LinearExpression.Of([new(new(from), 1), new(new(to), 1)]), null, 1);
        return builder.Build();
    }
}
