using System.Collections.Immutable;
using NlOpt.Evaluation.Policies.Charts;
using NlOpt.Modeling;

namespace NlOpt.Evaluation.Policies;

/// <summary>Draws what is known about policies of one problem, side by side.</summary>
public static class PolicyPictures
{
    /// <summary>Draws every picture that the data allow.</summary>
    /// <param name="runs">The policies, each with a label of its own; they keep their colours in all pictures.</param>
    /// <returns>The pictures, maybe none; or <c>plot.engine-missing</c> where pictures cannot be drawn on this machine.</returns>
    public static Result<ImmutableArray<PolicyPicture>> Draw(ImmutableArray<PolicyRun> runs)
    {
        try
        {
            var pictures = ImmutableArray.CreateBuilder<PolicyPicture>();
            pictures.AddRange(TrainingChart.Draw(runs));
            pictures.AddRange(CostChart.Draw(runs));
            pictures.AddRange(FanChart.Draw(runs));
            pictures.AddRange(StateChart.Draw(runs));
            return ChartStyle.FontFamily is null
                ? Result.Success(pictures.ToImmutable(), Diagnostic.Warning(
                    "plot.no-font", "no font was found on this machine, so the pictures have no words", remedy: "install one, for example the package fonts-dejavu-core"))
                : Result.Success(pictures.ToImmutable());
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException
            || error is TypeInitializationException { InnerException: DllNotFoundException or BadImageFormatException })
        {
            return Result.Failure<ImmutableArray<PolicyPicture>>(Diagnostic.Error(
                "plot.engine-missing", "the native library of SkiaSharp, which draws the pictures, cannot be loaded on this machine",
                remedy: "run on 64-bit Linux (glibc), macOS or Windows"));
        }
    }
}
