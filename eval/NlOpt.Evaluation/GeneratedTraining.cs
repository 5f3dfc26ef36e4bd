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
    private const int NumericCount = 3600;
    private const int NumericSeed = 1001;
    private const int LogicCount = 1400;
    private const int LogicSeed = 1002;
    private const double DisguisedShare = 0.35;

    /// <summary>Generates them, from words for training alone; takes some seconds.</summary>
    /// <param name="solver">Solves every model, as the generator wants it.</param>
    /// <param name="bank">Words to learn from: all, or those before a rehearsal.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static GeneratedTraining Make(ISolver solver, GenerationBank bank = GenerationBank.Train, CancellationToken cancellationToken = default)
    {
        var generator = new ProblemGenerator(solver);
        var numeric = generator.Generate(new GenerationOptions { Count = NumericCount, Seed = NumericSeed, Bank = bank, DisguisedShare = DisguisedShare }, cancellationToken: cancellationToken);
        var logic = generator.Generate(
            new GenerationOptions
            {
                Count = LogicCount, Seed = LogicSeed, Bank = bank, Templates = GenerationOptions.LogicTemplateIds, DisguisedShare = DisguisedShare,
            },
            cancellationToken: cancellationToken);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        ImmutableArray<GeneratedProblem> problems = [.. numeric, .. logic];
        foreach (var problem in problems) hash.AppendData(Encoding.UTF8.GetBytes(GeneratedProblemJson.Write(problem) + "\n"));
        return new GeneratedTraining(
            [.. problems.Select(GeneratedLabels.Of)],
            new TrainingData($"generated/train-{NumericCount}-{LogicCount}", Convert.ToHexStringLower(hash.GetHashAndReset())));
    }
}
