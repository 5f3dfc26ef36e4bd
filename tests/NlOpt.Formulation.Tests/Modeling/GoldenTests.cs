using NlOpt.Formulation.Tests.Formulation;
using NlOpt.Modeling;
using Xunit;

namespace NlOpt.Formulation.Tests.Modeling;

/// <summary>What files look like is held by golden files, because people and other programs read them.</summary>
public class GoldenTests
{
    [Fact]
    public void Lp_looks_as_agreed() => GoldenFile.ShouldMatch(ModelFormat.Lp.Write(Samples.Bakery), "bakery.lp.txt");

    [Fact]
    public void Mps_looks_as_agreed() => GoldenFile.ShouldMatch(ModelFormat.Mps.Write(Samples.Bakery), "bakery.mps.txt");

    [Fact]
    public void Json_looks_as_agreed() => GoldenFile.ShouldMatch(ModelFormat.Json.Write(Samples.Bakery), "bakery.json.txt");

    [Fact]
    public void Latex_looks_as_agreed() => GoldenFile.ShouldMatch(LatexWriter.Write(Samples.Bakery), "bakery.tex.txt");

    [Fact]
    public void Latex_escapes_what_it_must()
    {
        var builder = new ModelBuilder();
        foreach (var name in new[] { "x1", "x_1", "y_2", "z", "50% off & more_{a}", "back\\slash~^", "one\ntwo", "q12345", "w" }) builder.AddVariable(name);
        builder.SetObjective(ObjectiveSense.Minimize, LinearExpression.Of(Enumerable.Range(0, 9).Select(i => new Term(new(i), (i * 1.5) - 1)), -1e-7));
        builder.AddRow(LinearExpression.Of(Enumerable.Range(0, 9).Select(i => new Term(new(i), 1)), 0), 1e20, null, "$_#");
        GoldenFile.ShouldMatch(LatexWriter.Write(builder.Build()), "escapes.tex.txt");
    }
}
