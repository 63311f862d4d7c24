export const sentiment = {words:"",composition:"",sure:1,starTemperature:1};
