namespace NlOpt.Policies.Tsddr.Library;

/// <summary>Where the costs of strict targets come from: exact solves, or a library of their dual vertices.</summary>
internal interface IStageCosts
{
    /// <summary>Opens the source for one unit of work, whose results depend on nothing but the unit.</summary>
    IStageCostSession Open();
}
