using FluentAssertions;
using NlOpt.Understanding.Weights;
using Xunit;

namespace NlOpt.Evaluation.Tests;

public sealed class FoldFolderTests : IDisposable
{
    private static readonly FoldRecipe Recipe = new(3, 1, "abc", [new("nl4opt/train", "00aa"), new("nl4opt/dev", "00bb")]);

    private readonly string _path = Directory.CreateTempSubdirectory("nlopt").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public void WhatIsSavedIsFoundAgain()
    {
        FoldFolder.Empty(_path, Recipe).Save(2, Weights()).Value.Save(0, Weights()).Value.Trained.Should().Equal(0, 2);

        var opened = FoldFolder.Open(_path).Value;
        opened.Trained.Should().Equal(0, 2);
        opened.Recipe.DifferencesFrom(Recipe).Should().BeEmpty();
        opened.Load(2).Value.Sha256.Should().Be(ReaderWeights.TrainSplitOnly.Sha256);
        opened.Load(1).Diagnostics[0].Code.Should().Be("folds.missing");
    }

    [Fact]
    public void AFileThatIsNotTheOneTrainedIsRefused()
    {
        var folder = FoldFolder.Empty(_path, Recipe).Save(0, Weights()).Value;
        File.WriteAllBytes(Path.Combine(_path, "fold-0.weights"), [1, 2, 3]);
        folder.Load(0).Diagnostics[0].Code.Should().Be("folds.damaged");
        File.Delete(Path.Combine(_path, "fold-0.weights"));
        folder.Load(0).Diagnostics[0].Code.Should().Be("folds.damaged");
    }

    [Theory]
    [InlineData(null, "folds.none")]
    [InlineData("", "folds.manifest")]
    [InlineData("{}", "folds.manifest")]
    [InlineData("{\"version\":9,\"recipe\":{\"folds\":2,\"seed\":1,\"trainer\":\"a\",\"data\":[]},\"weights\":{}}", "folds.manifest")]
    public void AFolderWithoutAProperManifestIsRefused(string? manifest, string code)
    {
        if (manifest is not null) File.WriteAllText(Path.Combine(_path, "folds.json"), manifest);
        FoldFolder.Open(_path).Diagnostics[0].Code.Should().Be(code);
    }

    [Fact]
    public void RecipesTellInWhatTheyDiffer()
    {
        Recipe.DifferencesFrom(Recipe with { Data = [.. Recipe.Data] }).Should().BeEmpty();
        Recipe.DifferencesFrom(Recipe with { Seed = 7, Trainer = "def" }).Should().Equal("seed 7 instead of 1", "other sources of the training");
        Recipe.DifferencesFrom(Recipe with { Folds = 5, Data = [Recipe.Data[0]] }).Should().Equal("5 folds instead of 3", "other data");
    }

    private static byte[] Weights()
    {
        using var stream = typeof(ReaderWeights).Assembly.GetManifestResourceStream("reader.train.weights")!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
