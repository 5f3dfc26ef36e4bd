using System.CommandLine;
using System.Globalization;
using NlOpt.Understanding.Training;

namespace NlOpt.Cli.Commands;

/// <summary><c>nlopt train-reader</c>: trains the weights that the embedded reader ships with.</summary>
internal static class TrainReaderCommand
{
    public static Command Make(Terminal terminal, Engines engines, CancellationToken cancellationToken)
    {
        var output = new Option<string?>("--out")
        {
            Description = "Folder for reader.weights and reader.train.weights; the source folder of this checkout when left out.",
            HelpName = "DIR",
        };
        var report = new Option<string?>("--report") { Description = "Write a report on the training as Markdown; it quotes no data.", HelpName = "FILE" };
        var folds = new Option<int?>("--cross-validate") { Description = "Also measure by K-fold cross-validation over the train and dev splits joined.", HelpName = "K" };
        SharedOptions.RequireNumber(folds, count => count >= 2 && count == Math.Floor(count), "a whole number of 2 or more");
        var foldsFolder = new Option<string?>("--folds-dir") { Description = "Keep the weights of the folds here, and use those that are there already.", HelpName = "DIR" };
        var seed = new Option<int>("--seed")
        {
            Description = $"Decides orders and samples; the shipped weights have {ReaderTraining.DefaultSeed.ToString(CultureInfo.InvariantCulture)}.",
            DefaultValueFactory = _ => ReaderTraining.DefaultSeed,
            HelpName = "S",
        };
        SharedOptions.RequireNumber(seed, number => number is >= 0 and <= int.MaxValue && number == Math.Floor(number), "a whole number of 0 or more");
        var json = SharedOptions.Json();
        var command = new Command("train-reader", "Train the weights of the embedded reader, the same bytes for the same data and seed.")
        {
            output, report, folds, foldsFolder, seed, json,
        };
        command.SetAction(parsed => new ReaderTrainingRun(terminal, engines, parsed.GetValue(seed)).Run(
            parsed.GetValue(output), parsed.GetValue(report), parsed.GetValue(folds), parsed.GetValue(foldsFolder), parsed.GetValue(json), cancellationToken));
        return command;
    }
}
