using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using NlOpt.Datasets.Generation;
using NlOpt.Solving;
using NlOpt.Understanding.Training;
using NlOpt.Understanding.Weights;

namespace NlOpt.Evaluation;

/// <summary>The generated problems that the reader learns from beside people's own, always the same ones: numeric problems and problems with logic.</summary>
/// <param name="Problems">The problems with their labels.</param>
/// <param name="Data">Their name and checksum, for the weights.</param>
public sealed record GeneratedTraining(ImmutableArray<LabelledProblem> Problems, TrainingData Data)
{
    private const int NumericCount = 2000;
    private const int NumericSeed = 1001;
    private const int LogicCount = 700;
    private const int LogicSeed = 1002;

    /// <summary>Generates them, from the bank for training alone; takes some seconds.</summary>
    /// <param name="solver">Solves every model, as the generator wants it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GeneratedTraining Make(ISolver solver, CancellationToken cancellationToken = default)
    {
        var generator = new ProblemGenerator(solver);
        var numeric = generator.Generate(new GenerationOptions { Count = NumericCount, Seed = NumericSeed }, cancellationToken: cancellationToken);
        var logic = generator.Generate(
            new GenerationOptions { Count = LogicCount, Seed = LogicSeed, Templates = GenerationOptions.LogicTemplateIds }, cancellationToken: cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        ImmutableArray<GeneratedProblem> problems = [.. numeric, .. logic];
        foreach (var problem in problems) hash.AppendData(Encoding.UTF8.GetBytes(GeneratedProblemJson.Write(problem) + "\n"));
        return new GeneratedTraining(
            [.. problems.Select(GeneratedLabels.Of)],
            new TrainingData($"generated/train-{NumericCount}-{LogicCount}", Convert.ToHexStringLower(hash.GetHashAndReset())));
    }
}
